// SPDX-License-Identifier: Apache-2.0
// The rows of a table with each cell in its column, joined cells taken apart.

#ifndef ENTENTE_EXCHANGE_PRESCRIBED_TABLES_TABLE_CELLS_H
#define ENTENTE_EXCHANGE_PRESCRIBED_TABLES_TABLE_CELLS_H

#include "text/document.h"

struct table_cell {
    uint32_t block;  // NO_INDEX: no cell stands here
    uint32_t column; // where it begins
    uint32_t span;   // columns that it takes in
    bool goes_on;    // it is joined with the one above it
};

struct table_row_cells {
    uint32_t block;
    const struct table_cell *cells; // in order
    uint32_t count;
    uint32_t width; // columns in all
};

struct table_cells {
    uint32_t block;
    const struct table_row_cells *rows;
    uint32_t row_count;
    uint32_t width; // of its widest row
};

// The rows of a BLOCK_TABLE. Owner: arena. Cost: O(blocks within)
struct table_cells table_cells_of(const struct document *document, uint32_t table,
                                  struct arena *arena);

// The words of a cell, a line a paragraph. Owner: arena, or the document
struct str table_cell_text(const struct document *document, uint32_t block);

#endif
