// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/docx_columns.h"

#include "base/direction.h"
#include "codec/xml_write.h"
#include "exchange/docx_write/inserted.h"
#include "exchange/docx_write/new_package.h"
#include "exchange/docx_write/read_back.h"
#include "merge/other_labels.h"
#include "merge/point_text.h"
#include "merge/row_text.h"
#include "merge/table_points.h"

enum {
    TABLE_WIDTH = 15400, // twentieths of a point: A4 landscape between margins of 12.7 mm
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
    return (uint32_t)((TABLE_WIDTH - NUMBER_WIDTH - LABEL_WIDTH) / texts);
}

// The look of a run: what stands before and behind its size in the order of the schema.
struct look {
    const char *before;
    const char *behind;
};

static const struct look plain = {"", ""};
static const struct look bold = {"<w:b/>", ""};
static const struct look struck = {"<w:strike/><w:color w:val=\"8A1C1C\"/>", ""};
static const struct look added = {"<w:color w:val=\"1C4A8A\"/>", "<w:u w:val=\"single\"/>"};

static void add_run(struct columns *columns, struct look look, struct str text)
{
    if (text.length == 0)
        return;
    builder_print(&columns->out, "<w:r><w:rPr>%s<w:sz w:val=\"18\"/>%s</w:rPr>", look.before,
                  look.behind);
    add_run_text(&columns->out, direction_closed(text, columns->out.arena));
    builder_add_c(&columns->out, "</w:r>");
}

static void open_cell(struct columns *columns, uint32_t width, const char *shade)
{
    builder_print(&columns->out, "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/>", width);
    if (shade)
        builder_print(&columns->out, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"%s\"/>",
                      shade);
    builder_add_c(&columns->out, "</w:tcPr><w:p><w:pPr><w:spacing w:after=\"40\"/></w:pPr>");
}

static void close_cell(struct columns *columns)
{
    builder_add_c(&columns->out, "</w:p></w:tc>");
}

static void add_cell(struct columns *columns, uint32_t width, const char *shade, struct look look,
                     struct str text)
{
    open_cell(columns, width, shade);
    add_run(columns, look, text);
    close_cell(columns);
}

static struct str party_name(const struct columns *columns, uint32_t party)
{
    if (columns->options->hide_names)
        return arena_print(columns->arena, "Party %u", party + 1);
    return columns->sheet->party_names[party];
}

static void add_grid(struct columns *columns)
{
    builder_print(&columns->out,
                  "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"%u\" "
                  "w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid><w:gridCol "
                  "w:w=\"%u\"/><w:gridCol w:w=\"%u\"/>",
                  TABLE_WIDTH, NUMBER_WIDTH, LABEL_WIDTH);
    for (uint32_t i = 0; i < columns->sheet->party_count + 2; i++)
        builder_print(&columns->out, "<w:gridCol w:w=\"%u\"/>", text_width(columns));
    builder_add_c(&columns->out, "</w:tblGrid>");
}

static void add_head(struct columns *columns)
{
    uint32_t width = text_width(columns);
    builder_add_c(&columns->out, "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    add_cell(columns, NUMBER_WIDTH, "E4E7EB", bold, STR("Row"));
    add_cell(columns, LABEL_WIDTH, "E4E7EB", bold, STR("Point"));
    add_cell(columns, width, "E4E7EB", bold, STR("Base"));
    for (uint32_t i = 0; i < columns->sheet->party_count; i++)
        add_cell(columns, width, "E4E7EB", bold, party_name(columns, i));
    add_cell(columns, width, "E4E7EB", bold, STR("Agreed"));
    builder_add_c(&columns->out, "</w:tr>");
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
            add_run(columns, plain, segment_text(sheet, segment, base));
            continue;
        }
        add_run(columns, struck, slot->wordings[0].text);
        if (slot->wordings[0].text.length > 0 && own->text.length > 0)
            add_run(columns, plain, STR(" "));
        add_run(columns, added, own->text);
    }
}

static void add_unit_run(struct columns *columns, struct look look, const struct point *point,
                         struct sheet_reading reading, const struct wording *wording)
{
    struct builder text = builder_make(columns->arena);
    wording_row_text(columns->sheet, point, reading, wording, &text);
    add_run(columns, look, builder_str(&text));
}

// Whole rows or cells: what the party drops of them, and what it has.
static void add_party_unit(struct columns *columns, const struct point *point,
                           const struct sheet_slot *slot, struct party party)
{
    const struct sheet_reading of_base = {.kind = READ_BASE};
    const struct wording *base = &slot->wordings[0];
    const struct wording *own = wording_of(slot, party);
    add_unit_run(columns, own->is_base ? plain : struck, point, of_base, base);
    if (own->is_base)
        return;
    if (base->part_count > 0 && own->part_count > 0)
        add_run(columns, plain, STR(" "));
    add_unit_run(columns, added, point, (struct sheet_reading){READ_PARTY, party}, own);
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
    open_cell(columns, text_width(columns), NULL);
    add_other_label(columns, first, end, (struct sheet_reading){READ_PARTY, party}, &label);
    if (label.length > 0)
        add_run(columns, bold, builder_str(&label));
    const struct sheet_reading reading = {READ_PARTY, party};
    bool is_row = table_points(sheet, first, end, 0) > 0;
    bool counts_otherwise = is_row && row_labels_differ(sheet, first, end, reading);
    if (!row_departs(sheet, first, end, party) && !counts_otherwise) {
        add_run(columns, plain, STR("="));
        close_cell(columns);
        return;
    }
    for (uint32_t i = first; i < end; i++) {
        const struct sheet_slot *unit = is_row ? point_unit(sheet, &sheet->points[i], 0) : NULL;
        bool is_new_cell = i > first && cell_points(sheet, i - 1, i + 1, 0) == 1;
        if (i > first)
            add_run(columns, plain, is_new_cell ? STR(" | ") : STR("\n"));
        if (unit)
            add_party_unit(columns, &sheet->points[i], unit, party);
        struct str own_number;
        if (!unit && is_row && point_label(sheet, &sheet->points[i], reading, 0, &own_number))
            add_run(columns, bold, arena_print(columns->arena, "%.*s ", STR_ARGS(own_number)));
        if (!unit)
            add_party_words(columns, &sheet->points[i], party);
    }
    close_cell(columns);
}

static void add_reading_cell(struct columns *columns, uint32_t first, uint32_t end,
                             struct sheet_reading reading)
{
    struct builder text = builder_make(columns->arena);
    add_other_label(columns, first, end, reading, &text);
    row_text(columns->sheet, first, end, reading, &text);
    bool is_heading = columns->sheet->points[first].kind == PARAGRAPH_HEADING;
    add_cell(columns, text_width(columns), NULL, is_heading ? bold : plain, builder_str(&text));
}

// A paragraph, or a row of a table.
static void add_row(struct columns *columns, uint32_t first, uint32_t end)
{
    enum row_status status = row_status(columns->sheet, first, end);
    builder_add_c(&columns->out, "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
    add_cell(columns, NUMBER_WIDTH, shade_of(status), bold,
             arena_print(columns->arena, "%u %s", first + 1, row_status_letter(status)));
    add_cell(columns, LABEL_WIDTH, NULL, plain, columns->sheet->points[first].label);
    add_reading_cell(columns, first, end, (struct sheet_reading){.kind = READ_BASE});
    for (uint32_t i = 0; i < columns->sheet->party_count; i++)
        add_party_cell(columns, first, end, i);
    add_reading_cell(columns, first, end, (struct sheet_reading){.kind = READ_AGREED});
    builder_add_c(&columns->out, "</w:tr>");
}

static void add_legend(struct columns *columns)
{
    static const enum row_status all[] = {ROW_AGREED, ROW_PROPOSED, ROW_DISPUTED, ROW_MOVED,
                                          ROW_RENUMBERED};
    builder_add_c(&columns->out, "<w:p><w:pPr><w:spacing w:before=\"120\"/></w:pPr>");
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        add_run(columns, plain,
                arena_print(columns->arena, "%s%s %s", i > 0 ? "   " : "",
                            row_status_letter(all[i]), row_status_word(all[i])));
    builder_add_c(&columns->out, "</w:p>");
}

bool docx_write_columns(const struct sheet *sheet, const struct docx_columns_options *options,
                        struct arena *arena, struct str *bytes, struct error *error)
{
    struct columns columns = {sheet, options, arena, builder_make(arena)};
    builder_add_c(&columns.out, "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r>");
    add_run_text(&columns.out, sheet->title);
    builder_add_c(&columns.out, "</w:r></w:p>");
    add_grid(&columns);
    add_head(&columns);
    for (uint32_t i = 0; i < sheet->point_count;) {
        uint32_t end = i + row_length(sheet, i);
        add_row(&columns, i, end);
        i = end;
    }
    builder_add_c(&columns.out, "</w:tbl>");
    add_legend(&columns);
    builder_add_c(&columns.out,
                  "<w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar "
                  "w:top=\"720\" w:right=\"720\" w:bottom=\"720\" w:left=\"720\" "
                  "w:header=\"360\" w:footer=\"360\" w:gutter=\"0\"/></w:sectPr>");
    return new_package(builder_str(&columns.out), STR(""), arena, bytes, error) &&
           docx_read_back_new(*bytes, &input_limits_default, error);
}
