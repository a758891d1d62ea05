// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/docx_rows.h"

#include "exchange/docx_write/docx_cells.h"

#include <string.h>

enum { NUMBER_WIDTH = 800, POINT_WIDTH = 1100 };

struct rows_writer {
    const struct sheet *sheet;
    bool hide_names;
    bool has_points;
    uint32_t width; // of a text
    struct arena *arena;
    struct builder out;
};

static struct str head_or(struct str head, struct str own)
{
    return head.length > 0 ? head : own;
}

static uint32_t column_count(const struct rows_writer *writer)
{
    return writer->sheet->party_count + 3 + writer->has_points; // number, base, agreed
}

static void open_table(struct rows_writer *writer)
{
    uint32_t count = column_count(writer);
    uint32_t *widths = ARENA_ARRAY(writer->arena, uint32_t, count);
    uint32_t before = NUMBER_WIDTH + (writer->has_points ? POINT_WIDTH : 0);
    uint32_t first = writer->has_points ? 2 : 1; // text
    writer->width = (CELLS_WIDTH - before) / (count - first);
    for (uint32_t i = 0; i < count; i++)
        widths[i] = i == 0 ? NUMBER_WIDTH : i < first ? POINT_WIDTH : writer->width;
    cells_open_table(&writer->out, CELLS_WIDTH, widths, count);
}

static void add_heads(struct rows_writer *writer)
{
    static const char shade[] = "E4E7EB";
    const struct sheet *sheet = writer->sheet;
    const struct numbered_rows *rows = sheet->rows;
    struct builder *out = &writer->out;
    cells_open_row(out, true);
    cells_add(out, NUMBER_WIDTH, shade, cell_bold, head_or(rows->number_head, STR("Row")));
    if (writer->has_points)
        cells_add(out, POINT_WIDTH, shade, cell_bold, rows->point_head);
    cells_add(out, writer->width, shade, cell_bold, head_or(rows->base_head, STR("Base")));
    for (uint32_t i = 0; i < sheet->party_count; i++) {
        uint32_t party = rows->order[i];
        cells_add(out, writer->width, shade, cell_bold,
                  writer->hide_names ? arena_print(writer->arena, "Party %u", party + 1)
                                     : sheet->party_names[party]);
    }
    cells_add(out, writer->width, shade, cell_bold, head_or(rows->agreed_head, STR("Agreed")));
    cells_close_row(out);
}

static bool is_colour(struct str shade)
{
    for (size_t i = 0; i < shade.length; i++)
        if (!strchr("0123456789abcdefABCDEF", shade.bytes[i]))
            return false;
    return shade.length == 6; // two digits a part
}

static const char *shade_of(const struct rows_writer *writer, const struct numbered_row *row)
{
    struct str shade = is_colour(row->shade) ? row->shade : row_shade_of(row->status);
    return shade.length > 0 ? arena_c_string(writer->arena, shade) : NULL;
}

static void add_text(struct rows_writer *writer, struct str text)
{
    cells_open(&writer->out, writer->width, 1, CELL_ALONE, NULL);
    cells_lines(&writer->out, cell_plain, text);
    cells_close(&writer->out);
}

static void add_heading(struct rows_writer *writer, const struct numbered_row *row)
{
    cells_open_row(&writer->out, false);
    cells_open(&writer->out, CELLS_WIDTH, column_count(writer), CELL_ALONE, "F2F2F2");
    cells_lines(&writer->out, cell_bold, row->base);
    cells_close(&writer->out);
    cells_close_row(&writer->out);
}

static void add_row(struct rows_writer *writer, const struct numbered_row *row)
{
    struct builder *out = &writer->out;
    cells_open_row(out, false);
    cells_add(
        out, NUMBER_WIDTH, shade_of(writer, row), cell_bold,
        arena_print(writer->arena, "%.*s %.*s", STR_ARGS(row->number), STR_ARGS(row->status)));
    if (writer->has_points)
        cells_add(out, POINT_WIDTH, NULL, cell_plain, row->point);
    add_text(writer, row->base);
    for (uint32_t i = 0; i < writer->sheet->party_count; i++) {
        struct str text = row->texts[writer->sheet->rows->order[i]];
        cells_open(out, writer->width, 1, CELL_ALONE, NULL);
        if (str_equal(text, row->base))
            cells_run(out, cell_plain, STR("="));
        else
            cells_changed(out, row->base, text, cell_struck, cell_added);
        cells_close(out);
    }
    add_text(writer, row->agreed);
    cells_close_row(out);
}

bool docx_write_rows(const struct sheet *sheet, bool hide_names, struct arena *arena,
                     struct str *bytes, struct error *error)
{
    struct rows_writer writer = {.sheet = sheet,
                                 .hide_names = hide_names,
                                 .has_points = sheet->rows->point_head.length > 0,
                                 .arena = arena,
                                 .out = builder_make(arena)};
    cells_title(&writer.out, sheet->title);
    open_table(&writer);
    add_heads(&writer);
    for (uint32_t r = 0; r < sheet->rows->count; r++) {
        const struct numbered_row *row = &sheet->rows->items[r];
        if (row->is_heading)
            add_heading(&writer, row);
        else
            add_row(&writer, row);
    }
    builder_add_c(&writer.out, "</w:tbl><w:p/>");
    return cells_package(&writer.out, arena, bytes, error);
}
