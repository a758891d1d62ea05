// SPDX-License-Identifier: Apache-2.0
// The rows of a table of columns beside the points of the text that was merged from it.

#ifndef ENTENTE_MERGE_LAID_ROWS_H
#define ENTENTE_MERGE_LAID_ROWS_H

#include "merge/sheet.h"

// Tells each point its row, and fills what of the rows is not of the table from the points.
// rows    of the merge; the sheet has none yet
// points  those of the sheet
// Owner:  arena. Cost: O(points × parties + text)
void numbered_rows_lay(const struct numbered_rows *rows, struct sheet *sheet, struct arena *arena);

#endif
