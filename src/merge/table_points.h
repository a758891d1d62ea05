// SPDX-License-Identifier: Apache-2.0
// Which points of a sheet stand in one table, one row, one cell.
//
//   table 1, row 1, column 1                              a paragraph in a cell
//   table 1, row 1, column 1, table 1, row 2, column 1    one in a table within that cell
//   table 1, row 2                                        a slot of whole rows: rows of their own
//   table 1, row 3, column 2 (a slot of whole cells)      cells of their own
//
// Tables nest; `depth` counts from 0, the outermost.

#ifndef ENTENTE_MERGE_TABLE_POINTS_H
#define ENTENTE_MERGE_TABLE_POINTS_H

#include "merge/sheet.h"

// How many of the points [first, end) stand in the table of that depth in which the first one stands;
// 0 when it stands in none that deep.
uint32_t table_points(const struct sheet *sheet, uint32_t first, uint32_t end, uint32_t depth);
// The same for the row, and the cell, of points that stand in a table of that depth.
uint32_t row_points(const struct sheet *sheet, uint32_t first, uint32_t end, uint32_t depth);
uint32_t cell_points(const struct sheet *sheet, uint32_t first, uint32_t end, uint32_t depth);

// The slot of a point that is nothing but whole rows or cells of a table of that depth; NULL else.
const struct sheet_slot *point_unit(const struct sheet *sheet, const struct point *point,
                                    uint32_t depth);

// How many parts of the outermost kind a wording has: its rows, its cells.
uint32_t wording_unit_count(const struct wording *wording);

// Gives slots of whole cells that are one column the same number (struct sheet_slot): those of one
// table that stand at one place of their rows and have the same holders.
void column_units_find(const struct point *points, struct sheet_slot *slots, uint32_t slot_count,
                       struct arena *arena);

#endif
