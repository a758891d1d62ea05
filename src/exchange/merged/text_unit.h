// SPDX-License-Identifier: Apache-2.0
// Rows and cells in Markdown: in a table of its own a row is a line with bars, in a cell one of HTML.

#ifndef ENTENTE_EXCHANGE_MERGED_TEXT_UNIT_H
#define ENTENTE_EXCHANGE_MERGED_TEXT_UNIT_H

#include "base/list.h"
#include "exchange/merged/merged_text_parts.h"

// A row of a table of lines, as it is written.
struct row_line {
    struct str text; // "| a | b |"
    uint32_t cells;
};

struct grid_writer {
    struct text_writer *writer;
    uint32_t depth;     // 0: lines with bars; else HTML
    uint32_t cells;     // begun in the row
    struct list *lines; // struct row_line, of depth 0
    struct builder line;
};

void grid_begin_row(struct grid_writer *grid);
void grid_end_row(struct grid_writer *grid);
void grid_begin_cell(struct grid_writer *grid);
void grid_end_cell(struct grid_writer *grid);

// Whole rows, or whole cells of the row that is being written, of all wordings of a slot.
void text_write_unit(struct grid_writer *grid, const struct sheet_slot *slot);

// The paragraphs and tables of a wording, or of one of its cells, on one line.
void text_write_blocks(struct text_writer *writer, struct part_walk walk);

#endif
