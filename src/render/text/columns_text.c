// SPDX-License-Identifier: Apache-2.0
#include "base/direction.h"
#include "codec/markdown.h"
#include "merge/other_labels.h"
#include "merge/point_text.h"
#include "merge/row_text.h"
#include "merge/table_points.h"
#include "render/text/merged_forms.h"

struct column_table {
    const struct sheet *sheet;
    bool hide_names;
    struct arena *arena;
    struct builder *out;
};

// One cell of a Markdown table: a line.
static void add_cell(struct column_table *columns, struct str text)
{
    struct str rest = direction_closed(text, columns->arena);
    struct str line;
    bool is_first = true;
    while (str_cut(&rest, '\n', &line)) {
        builder_add_c(columns->out, is_first ? "" : "<br>");
        markdown_escape(columns->out, line, false);
        is_first = false;
    }
    builder_add_c(columns->out, " | ");
}

static struct str reading_of(const struct column_table *columns, uint32_t first, uint32_t end,
                             struct sheet_reading reading)
{
    struct builder text = builder_make(columns->arena);
    row_text(columns->sheet, first, end, reading, &text);
    return builder_str(&text);
}

// Behind the number of the reading, where it is not the base's; the cells of a row bear their own.
static struct str with_label(struct column_table *columns, uint32_t first, uint32_t end,
                             struct sheet_reading reading, struct str text)
{
    struct str label;
    if (table_points(columns->sheet, first, end, 0) > 0 ||
        !point_label_differs(columns->sheet, &columns->sheet->points[first], reading, &label) ||
        label.length == 0)
        return text;
    return arena_print(columns->arena, "%.*s %.*s", STR_ARGS(label), STR_ARGS(text));
}

// A paragraph, or a row of a table.
static void write_row(struct column_table *columns, uint32_t first, uint32_t end)
{
    const struct sheet *sheet = columns->sheet;
    struct str base = reading_of(columns, first, end, (struct sheet_reading){.kind = READ_BASE});
    builder_print(columns->out, "| %u | %s | ", first + 1,
                  row_status_letter(row_status(sheet, first, end)));
    add_cell(columns, sheet->points[first].label);
    add_cell(columns, base);
    for (uint32_t i = 0; i < sheet->party_count; i++) {
        struct sheet_reading reading = {READ_PARTY, {i}};
        struct str text = reading_of(columns, first, end, reading);
        add_cell(columns,
                 with_label(columns, first, end, reading, str_equal(text, base) ? STR("=") : text));
    }
    struct sheet_reading agreed = {.kind = READ_AGREED};
    add_cell(columns,
             with_label(columns, first, end, agreed, reading_of(columns, first, end, agreed)));
    columns->out->length--; // the space behind the last bar
    builder_add_byte(columns->out, '\n');
}

// The rows of the table that the text was read from.
static void write_numbered_row(struct column_table *columns, const struct numbered_row *row)
{
    builder_add_c(columns->out, "| ");
    add_cell(columns, row->number);
    add_cell(columns, row->status);
    add_cell(columns, row->point);
    add_cell(columns, row->base);
    for (uint32_t p = 0; p < columns->sheet->party_count; p++)
        add_cell(columns, str_equal(row->texts[p], row->base) ? STR("=") : row->texts[p]);
    add_cell(columns, row->is_heading ? row->base : row->agreed);
    columns->out->length--; // the space behind the last bar
    builder_add_byte(columns->out, '\n');
}

static void add_head(struct column_table *columns)
{
    const struct sheet *sheet = columns->sheet;
    builder_add_c(columns->out, "| Row | Status | Point | Base |");
    for (uint32_t i = 0; i < sheet->party_count; i++) {
        builder_add_byte(columns->out, ' ');
        if (columns->hide_names)
            builder_print(columns->out, "Party %u", i + 1);
        else
            markdown_escape(columns->out, sheet->party_names[i], false);
        builder_add_c(columns->out, " |");
    }
    builder_add_c(columns->out, " Agreed |\n|");
    for (uint32_t i = 0; i < sheet->party_count + 5; i++)
        builder_add_c(columns->out, " --- |");
    builder_add_byte(columns->out, '\n');
}

struct str merged_columns(const struct sheet *sheet, bool hide_names, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct column_table columns = {sheet, hide_names, arena, &out};
    add_head(&columns);
    for (uint32_t r = 0; sheet->rows && r < sheet->rows->count; r++)
        write_numbered_row(&columns, &sheet->rows->items[r]);
    for (uint32_t i = 0; !sheet->rows && i < sheet->point_count;) {
        uint32_t end = i + row_length(sheet, i);
        write_row(&columns, i, end);
        i = end;
    }
    return builder_str(&out);
}
