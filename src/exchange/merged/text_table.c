// SPDX-License-Identifier: Apache-2.0
// Tables in Markdown: one line a row, so that what ends a line inside a cell becomes <br>.
#include "exchange/markdown/source_lines.h"
#include "exchange/merged/merged_text_parts.h"

// The most cells that a row of the table has.
static uint32_t widest_row(const struct point *points, uint32_t count)
{
    uint32_t widest = 1;
    uint32_t cells = 0;
    for (uint32_t i = 0; i < count; i++) {
        bool is_row = i == 0 || !points_share_row(&points[i - 1], &points[i]);
        bool is_cell = is_row || !str_equal(points[i].cell, points[i - 1].cell);
        cells = is_row ? 1 : cells + is_cell;
        widest = cells > widest ? cells : widest;
    }
    return widest;
}

static void write_delimiter(struct text_writer *writer, uint32_t columns)
{
    builder_add_byte(writer->out, '|');
    for (uint32_t i = 0; i < columns; i++)
        builder_add_c(writer->out, " --- |");
    builder_add_byte(writer->out, '\n');
}

static void end_row(struct text_writer *writer, uint32_t cells, uint32_t columns)
{
    for (; cells < columns; cells++)
        builder_add_c(writer->out, " |");
    builder_add_byte(writer->out, '\n');
}

static void write_cell(struct text_writer *writer, const struct point *point)
{
    writer->at_line_start = false;
    writer->after_bracket = false;
    writer->option = 0;
    writer->in_cell = true;
    text_write_segments(writer, point, "<br>");
    writer->in_cell = false;
}

// Points [first, first + count) are the cells of one table.
static void write_rows(struct text_writer *writer, uint32_t first, uint32_t count)
{
    const struct point *points = &writer->sheet->points[first];
    uint32_t columns = widest_row(points, count);
    uint32_t cells = 0;
    uint32_t rows = 0;
    for (uint32_t i = 0; i < count; i++) {
        bool is_row = i == 0 || !points_share_row(&points[i - 1], &points[i]);
        bool is_cell = is_row || !str_equal(points[i].cell, points[i - 1].cell);
        if (is_row && rows++ > 0) {
            end_row(writer, cells, columns);
            if (rows == 2)
                write_delimiter(writer, columns);
        }
        cells = is_row ? 1 : cells + is_cell;
        builder_add_c(writer->out, is_row ? "| " : is_cell ? " " : " <br> ");
        write_cell(writer, &points[i]);
        bool is_last = i + 1 == count || !str_equal(points[i].cell, points[i + 1].cell);
        builder_add_c(writer->out, is_last ? " |" : "");
    }
    end_row(writer, cells, columns);
    if (rows == 1)
        write_delimiter(writer, columns);
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
        if (own == NULL || own != start + i || goes_beyond(writer, &points[i], own))
            return false;
    }
    return true;
}

void text_write_table(struct text_writer *writer, uint32_t first, uint32_t count)
{
    if (!is_own_table(writer, first, count)) {
        write_rows(writer, first, count);
        return;
    }
    const struct point *points = &writer->sheet->points[first];
    struct str source = text_source(writer);
    const struct paragraph *own = text_own_source(writer, points);
    size_t at = markdown_line_start(source, own->origin.from);
    for (uint32_t i = 0; i < count; i++, own++) {
        builder_add(writer->out, str_slice(source, at, own->origin.from));
        write_cell(writer, &points[i]);
        at = own->origin.to;
    }
    builder_add(writer->out, str_slice(source, at, markdown_line_end(source, at)));
    writer->last_own = own - 1;
}
