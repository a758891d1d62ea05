// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/docx_columns.h"

#include "exchange/docx_write/docx_cells.h"
#include "exchange/docx_write/docx_rows.h"
#include "merge/other_labels.h"
#include "merge/point_text.h"
#include "merge/row_text.h"
#include "merge/table_points.h"

enum {
    NUMBER_WIDTH = 700,
    LABEL_WIDTH = 1000,
};

struct columns {
    const struct sheet *sheet;
    const struct docx_columns_options *options;
    struct arena *arena;
    struct builder out;
};

// Colours that read on white paper; each row also bears its letter.
static const char *shade_of(enum row_status status)
{
    switch (status) {
    case ROW_AGREED:
        return "E8F3EA";
    case ROW_RENUMBERED:
        return "F2F2F2";
    case ROW_PROPOSED:
        return "FFF6DD";
    case ROW_DISPUTED:
        return "FBE5E1";
    case ROW_MOVED:
        return "E6EEF8";
    }
    return "FFFFFF";
}

static uint32_t text_width(const struct columns *columns)
{
    uint64_t texts = (uint64_t)columns->sheet->party_count + 2;
    return (uint32_t)((CELLS_WIDTH - NUMBER_WIDTH - LABEL_WIDTH) / texts);
}

static struct str party_name(const struct columns *columns, uint32_t party)
{
    if (columns->options->hide_names)
        return arena_print(columns->arena, "Party %u", party + 1);
    return columns->sheet->party_names[party];
}

static void add_grid(struct columns *columns)
{
    uint32_t count = columns->sheet->party_count + 4; // number, point, base, agreed
    uint32_t *widths = ARENA_ARRAY(columns->arena, uint32_t, count);
    for (uint32_t i = 0; i < count; i++)
        widths[i] = i == 0 ? NUMBER_WIDTH : i == 1 ? LABEL_WIDTH : text_width(columns);
    cells_open_table(&columns->out, CELLS_WIDTH, widths, count);
}

static void add_head(struct columns *columns)
{
    uint32_t width = text_width(columns);
    cells_open_row(&columns->out, true);
    cells_add(&columns->out, NUMBER_WIDTH, "E4E7EB", cell_bold, STR("Row"));
    cells_add(&columns->out, LABEL_WIDTH, "E4E7EB", cell_bold, STR("Point"));
    cells_add(&columns->out, width, "E4E7EB", cell_bold, STR("Base"));
    for (uint32_t i = 0; i < columns->sheet->party_count; i++)
        cells_add(&columns->out, width, "E4E7EB", cell_bold, party_name(columns, i));
    cells_add(&columns->out, width, "E4E7EB", cell_bold, STR("Agreed"));
    cells_close_row(&columns->out);
}

static void add_party_words(struct columns *columns, const struct point *point, struct party party)
{
    const struct sheet *sheet = columns->sheet;
    const struct sheet_reading base = {.kind = READ_BASE};
    for (uint32_t i = 0; i < point->segment_count; i++) {
        const struct segment *segment = point_segment(sheet, point, i);
        const struct sheet_slot *slot = segment_slot(sheet, segment);
        const struct wording *own = slot ? wording_of(slot, party) : NULL;
        if (!own || own->is_base || !sheet_slot_is_open(slot)) {
            cells_run(&columns->out, cell_plain, segment_text(sheet, segment, base));
            continue;
        }
        cells_run(&columns->out, cell_struck, slot->wordings[0].text);
        if (slot->wordings[0].text.length > 0 && own->text.length > 0)
            cells_run(&columns->out, cell_plain, STR(" "));
        cells_run(&columns->out, cell_added, own->text);
    }
}

static void add_unit_run(struct columns *columns, struct cell_look look, const struct point *point,
                         struct sheet_reading reading, const struct wording *wording)
{
    struct builder text = builder_make(columns->arena);
    wording_row_text(columns->sheet, point, reading, wording, &text);
    cells_run(&columns->out, look, builder_str(&text));
}

// Whole rows or cells: what the party drops of them, and what it has.
static void add_party_unit(struct columns *columns, const struct point *point,
                           const struct sheet_slot *slot, struct party party)
{
    const struct sheet_reading of_base = {.kind = READ_BASE};
    const struct wording *base = &slot->wordings[0];
    const struct wording *own = wording_of(slot, party);
    add_unit_run(columns, own->is_base ? cell_plain : cell_struck, point, of_base, base);
    if (own->is_base)
        return;
    if (base->part_count > 0 && own->part_count > 0)
        cells_run(&columns->out, cell_plain, STR(" "));
    add_unit_run(columns, cell_added, point, (struct sheet_reading){READ_PARTY, party}, own);
}

// The number of a paragraph in a reading, where it is not the base's; the cells of a row bear their own.
static void add_other_label(const struct columns *columns, uint32_t first, uint32_t end,
                            struct sheet_reading reading, struct builder *text)
{
    struct str label;
    if (table_points(columns->sheet, first, end, 0) == 0 &&
        point_label_differs(columns->sheet, &columns->sheet->points[first], reading, &label) &&
        label.length > 0)
        builder_print(text, "%.*s ", STR_ARGS(label));
}

// A paragraph, or the cells of a row with a bar between them.
static void add_party_cell(struct columns *columns, uint32_t first, uint32_t end, uint32_t number)
{
    const struct sheet *sheet = columns->sheet;
    const struct party party = {number};
    struct builder label = builder_make(columns->arena);
    cells_open(&columns->out, text_width(columns), 1, CELL_ALONE, NULL);
    add_other_label(columns, first, end, (struct sheet_reading){READ_PARTY, party}, &label);
    if (label.length > 0)
        cells_run(&columns->out, cell_bold, builder_str(&label));
    const struct sheet_reading reading = {READ_PARTY, party};
    bool is_row = table_points(sheet, first, end, 0) > 0;
    bool counts_otherwise = is_row && row_labels_differ(sheet, first, end, reading);
    if (!row_departs(sheet, first, end, party) && !counts_otherwise) {
        cells_run(&columns->out, cell_plain, STR("="));
        cells_close(&columns->out);
        return;
    }
    for (uint32_t i = first; i < end; i++) {
        const struct sheet_slot *unit = is_row ? point_unit(sheet, &sheet->points[i], 0) : NULL;
        bool is_new_cell = i > first && cell_points(sheet, i - 1, i + 1, 0) == 1;
        if (i > first)
            cells_run(&columns->out, cell_plain, is_new_cell ? STR(" | ") : STR("\n"));
        if (unit)
            add_party_unit(columns, &sheet->points[i], unit, party);
        struct str own_number;
        if (!unit && is_row && point_label(sheet, &sheet->points[i], reading, 0, &own_number))
            cells_run(&columns->out, cell_bold,
                      arena_print(columns->arena, "%.*s ", STR_ARGS(own_number)));
        if (!unit)
            add_party_words(columns, &sheet->points[i], party);
    }
    cells_close(&columns->out);
}

static void add_reading_cell(struct columns *columns, uint32_t first, uint32_t end,
                             struct sheet_reading reading)
{
    struct builder text = builder_make(columns->arena);
    add_other_label(columns, first, end, reading, &text);
    row_text(columns->sheet, first, end, reading, &text);
    bool is_heading = columns->sheet->points[first].kind == PARAGRAPH_HEADING;
    cells_add(&columns->out, text_width(columns), NULL, is_heading ? cell_bold : cell_plain,
              builder_str(&text));
}

// A paragraph, or a row of a table.
static void add_row(struct columns *columns, uint32_t first, uint32_t end)
{
    enum row_status status = row_status(columns->sheet, first, end);
    cells_open_row(&columns->out, false);
    cells_add(&columns->out, NUMBER_WIDTH, shade_of(status), cell_bold,
              arena_print(columns->arena, "%u %s", first + 1, row_status_letter(status)));
    cells_add(&columns->out, LABEL_WIDTH, NULL, cell_plain, columns->sheet->points[first].label);
    add_reading_cell(columns, first, end, (struct sheet_reading){.kind = READ_BASE});
    for (uint32_t i = 0; i < columns->sheet->party_count; i++)
        add_party_cell(columns, first, end, i);
    add_reading_cell(columns, first, end, (struct sheet_reading){.kind = READ_AGREED});
    cells_close_row(&columns->out);
}

static void add_legend(struct columns *columns)
{
    static const enum row_status all[] = {ROW_AGREED, ROW_PROPOSED, ROW_DISPUTED, ROW_MOVED,
                                          ROW_RENUMBERED};
    builder_add_c(&columns->out, "<w:p><w:pPr><w:spacing w:before=\"120\"/></w:pPr>");
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        cells_run(&columns->out, cell_plain,
                  arena_print(columns->arena, "%s%s %s", i > 0 ? "   " : "",
                              row_status_letter(all[i]), row_status_word(all[i])));
    builder_add_c(&columns->out, "</w:p>");
}

bool docx_write_columns(const struct sheet *sheet, const struct docx_columns_options *options,
                        struct arena *arena, struct str *bytes, struct error *error)
{
    struct columns columns = {sheet, options, arena, builder_make(arena)};
    if (sheet->rows)
        return docx_write_rows(sheet, options->hide_names, arena, bytes, error);
    cells_title(&columns.out, sheet->title);
    add_grid(&columns);
    add_head(&columns);
    for (uint32_t i = 0; i < sheet->point_count;) {
        uint32_t end = i + row_length(sheet, i);
        add_row(&columns, i, end);
        i = end;
    }
    builder_add_c(&columns.out, "</w:tbl>");
    add_legend(&columns);
    return cells_package(&columns.out, arena, bytes, error);
}
