// SPDX-License-Identifier: Apache-2.0
// Cells of a list of open places held against what the case has there.

#ifndef ENTENTE_WORKBENCH_CASE_LIST_CELLS_H
#define ENTENTE_WORKBENCH_CASE_LIST_CELLS_H

#include "base/list.h"

// The lines of a cell, each with single blanks for its white space, that `known` has not: struct str.
// Owner: arena. Cost: O(length of both)
struct list list_new_lines(struct str cell, struct str known, struct arena *arena);

// Whether two cells hold one wording. White space does not count, nor does what a spreadsheet makes of a
// whole number: "1,470" is "1470".
bool list_cells_agree(struct str a, struct str b, struct arena *arena);

// "Tarsen: oppose" is Tarsen's line: *behind is what follows its name. Empty: the line names none of the
// `count` names, of which each stands for ids[i].
struct str list_line_party(struct str line, const struct str *names, const struct str *ids,
                           size_t count, struct str *behind);

#endif
