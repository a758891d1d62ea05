// SPDX-License-Identifier: Apache-2.0
// Tables in Markdown: one line a row, so that what ends a line inside a cell becomes <br>, and a table
// within a cell is one of HTML. Rows that have fewer cells than the widest end in bars without a blank
// between them: there no cell is.
#include "exchange/markdown/source_lines.h"
#include "exchange/merged/text_unit.h"
#include "merge/table_points.h"

static void write_cell(struct text_writer *writer, const struct point *point)
{
    writer->at_line_start = false;
    writer->after_bracket = false;
    writer->option = 0;
    writer->in_cell = true;
    text_write_segments(writer, point, "<br>");
    writer->in_cell = false;
}

static void write_rows(struct grid_writer *grid, uint32_t first, uint32_t end);

static void write_inner_table(struct text_writer *writer, uint32_t first, uint32_t end,
                              uint32_t depth)
{
    struct grid_writer grid = {.writer = writer, .depth = depth};
    builder_add_c(writer->out, "<table>");
    write_rows(&grid, first, end);
    builder_add_c(writer->out, "</table>");
}

// Paragraphs and tables of one cell.
static void write_blocks(struct grid_writer *grid, uint32_t first, uint32_t end)
{
    struct text_writer *writer = grid->writer;
    bool is_after_words = false;
    for (uint32_t i = first; i < end;) {
        uint32_t inner = table_points(writer->sheet, i, end, grid->depth + 1);
        builder_add_c(writer->out, is_after_words ? "<br>" : "");
        is_after_words = inner == 0;
        if (inner > 0)
            write_inner_table(writer, i, i + inner, grid->depth + 1);
        else
            write_cell(writer, &writer->sheet->points[i]);
        i += inner > 0 ? inner : 1;
    }
}

static void write_row(struct grid_writer *grid, uint32_t first, uint32_t end)
{
    const struct sheet *sheet = grid->writer->sheet;
    grid_begin_row(grid);
    for (uint32_t i = first; i < end;) {
        uint32_t count = cell_points(sheet, i, end, grid->depth);
        const struct sheet_slot *cells = point_unit(sheet, &sheet->points[i], grid->depth);
        if (cells != NULL) {
            text_write_unit(grid, cells);
        } else {
            grid_begin_cell(grid);
            write_blocks(grid, i, i + count);
            grid_end_cell(grid);
        }
        i += count;
    }
    grid_end_row(grid);
}

static void write_rows(struct grid_writer *grid, uint32_t first, uint32_t end)
{
    const struct sheet *sheet = grid->writer->sheet;
    for (uint32_t i = first; i < end;) {
        uint32_t count = row_points(sheet, i, end, grid->depth);
        const struct sheet_slot *rows = point_unit(sheet, &sheet->points[i], grid->depth);
        if (rows != NULL && rows->unit == UNIT_ROWS)
            text_write_unit(grid, rows);
        else
            write_row(grid, i, i + count);
        i += count;
    }
}

static void write_delimiter(struct text_writer *writer, uint32_t columns)
{
    builder_add_byte(writer->out, '|');
    for (uint32_t i = 0; i < columns; i++)
        builder_add_c(writer->out, " --- |");
    builder_add_byte(writer->out, '\n');
}

// The lines of a table, all as wide as the widest.
static void write_lines(struct text_writer *writer, const struct list *lines)
{
    uint32_t columns = 1;
    for (size_t i = 0; i < lines->count; i++) {
        uint32_t cells = LIST_AT(lines, struct row_line, i)->cells;
        columns = cells > columns ? cells : columns;
    }
    for (size_t i = 0; i < lines->count; i++) {
        const struct row_line *line = LIST_AT(lines, struct row_line, i);
        builder_add(writer->out, line->text);
        for (uint32_t k = line->cells; k < columns; k++)
            builder_add_c(writer->out, k == 0 ? "||" : "|");
        builder_add_byte(writer->out, '\n');
        if (i == 0)
            write_delimiter(writer, columns);
    }
}

// Whether a wording of the point takes in cells behind this paragraph of the base.
static bool goes_beyond(const struct text_writer *writer, const struct point *point,
                        const struct paragraph *own)
{
    for (uint32_t i = 0; i < point->segment_count; i++)
        if (point_segment(writer->sheet, point, i)->base.to > own->to + 1)
            return true;
    return false;
}

// Whether all cells are the base's own, one behind another: then only what is in them changes.
static bool is_own_table(const struct text_writer *writer, uint32_t first, uint32_t count)
{
    const struct point *points = &writer->sheet->points[first];
    const struct paragraph *start = text_own_source(writer, &points[0]);
    for (uint32_t i = 0; i < count; i++) {
        const struct paragraph *own = text_own_source(writer, &points[i]);
        if (own == NULL || own != start + i || goes_beyond(writer, &points[i], own) ||
            point_unit(writer->sheet, &points[i], 0) != NULL)
            return false;
    }
    return true;
}

// A cell of no bytes between two bars gets a blank, or it would read as none.
static void write_own_cell(struct text_writer *writer, const struct point *point,
                           const struct paragraph *own)
{
    struct str source = text_source(writer);
    bool is_bare = own->origin.from == own->origin.to && own->origin.from > 0 &&
                   source.bytes[own->origin.from - 1] == '|' &&
                   str_starts_with(str_skip(source, own->origin.to), STR("|"));
    write_cell(writer, point);
    builder_add_c(writer->out, is_bare ? " " : "");
}

void text_write_table(struct text_writer *writer, uint32_t first, uint32_t count)
{
    if (!is_own_table(writer, first, count)) {
        struct builder *out = writer->out;
        struct list lines = LIST_MAKE(writer->arena, struct row_line);
        struct grid_writer grid = {.writer = writer, .lines = &lines};
        write_rows(&grid, first, first + count);
        writer->out = out;
        write_lines(writer, &lines);
        return;
    }
    const struct point *points = &writer->sheet->points[first];
    struct str source = text_source(writer);
    const struct paragraph *own = text_own_source(writer, points);
    size_t at = markdown_line_start(source, own->origin.from);
    for (uint32_t i = 0; i < count; i++, own++) {
        builder_add(writer->out, str_slice(source, at, own->origin.from));
        write_own_cell(writer, &points[i], own);
        at = own->origin.to;
    }
    builder_add(writer->out, str_slice(source, at, text_source_end(writer, own - 1)));
    writer->last_own = own - 1;
}
