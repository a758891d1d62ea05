// SPDX-License-Identifier: Apache-2.0
// What a spreadsheet holds: grids of typed cells.

#ifndef ENTENTE_EXCHANGE_SPREADSHEET_GRID_H
#define ENTENTE_EXCHANGE_SPREADSHEET_GRID_H

#include "base/builder.h"
#include "base/error.h"
#include "base/input_limits.h"
#include "base/list.h"

enum grid_kind {
    GRID_TEXT,
    GRID_NUMBER, // text is plain decimal: "8.5", "-12"; never an exponent
    GRID_DATE,   // "2031-03-01" or "2031-03-01T14:30:00"
    GRID_TRUTH,  // "true" or "false"
    GRID_FAULT, // what stands there instead of a value: "#DIV/0!", or a formula whose result nobody stored
};

struct grid_cell {
    uint32_t row; // from 0
    uint32_t column;
    enum grid_kind kind;
    bool is_percent; // a number that is shown as per cent: 0.5 for 50%
    bool is_formula; // a stored result: nothing is computed here
    struct str text;
    uint32_t row_span; // 1, or more for joined cells: those that it covers are no cells
    uint32_t column_span;
};

// 1. cells stand row by row, from left to right; empty ones are left out.
// 2. cells of row r are [row_starts[r], row_starts[r + 1]).
struct grid {
    struct str name; // of the sheet; the file's for a .csv
    bool is_hidden;
    const struct grid_cell *cells;
    size_t cell_count;
    const size_t *row_starts; // row_count + 1 of them
    uint32_t row_count;       // up to the last row that holds anything
    uint32_t column_count;
};

struct workbook {
    struct str name; // the file's
    const struct grid *grids;
    size_t grid_count;
    const struct str *notes; // what was read in another way than it stands there
    size_t note_count;
};

// The cell at a place; NULL when it is empty or covered by another. Cost: O(log cells of the row).
const struct grid_cell *grid_at(const struct grid *grid, uint32_t row, uint32_t column);
// Its text; empty when there is no cell.
struct str grid_text(const struct grid *grid, uint32_t row, uint32_t column);
// "B7" of row 6 and column 1. Owner: arena
struct str grid_place(uint32_t row, uint32_t column, struct arena *arena);

// --- Making one

struct grid_maker {
    struct arena *arena;
    struct str file;
    struct list cells; // struct grid_cell, in any order
    size_t most;       // cells
    uint32_t covered;  // cells that were taken out: they lie under joined ones
};

// Rows and columns that a grid may have.
enum { GRID_ROWS_MOST = 1048576, GRID_COLUMNS_MOST = 16384 };

struct grid_maker grid_maker_make(struct str file, const struct input_limits *limits,
                                  struct arena *arena);
// Errors: TOO_LARGE above limits sheet_cells, or beyond the rows and columns a grid may have
bool grid_add(struct grid_maker *maker, struct grid_cell cell, struct error *error) MUST_CHECK;
// Sorts the cells, takes out those that joined ones cover and, of two at one place, the first.
struct grid grid_done(struct grid_maker *maker, struct str name);

#endif
