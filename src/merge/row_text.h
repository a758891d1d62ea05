// SPDX-License-Identifier: Apache-2.0
// What one row of a table says in one reading, with the numbers that its cells bear there.

#ifndef ENTENTE_MERGE_ROW_TEXT_H
#define ENTENTE_MERGE_ROW_TEXT_H

#include "base/builder.h"
#include "merge/sheet.h"

// What the points [first, end), which are one paragraph or one row of a table, say in one reading: the
// cells of a row have " | " between them, their computed numbers in front, rows put in a line each.
// READ_AGREED: "[…]" where a whole row or cell is open.
void row_text(const struct sheet *sheet, uint32_t first, uint32_t end, struct sheet_reading reading,
              struct builder *out);
// Whole rows or cells of one wording of a point, told in the same way for a reading that has them.
void wording_row_text(const struct sheet *sheet, const struct point *point,
                      struct sheet_reading reading, const struct wording *wording,
                      struct builder *out);
// The line of a point that begins at a byte of one of its wordings.
uint32_t wording_line(const struct wording *wording, uint32_t at);

// Whether a cell of the row [first, end) bears another number in a reading than in the base.
bool row_labels_differ(const struct sheet *sheet, uint32_t first, uint32_t end,
                       struct sheet_reading reading);

#endif
