// SPDX-License-Identifier: Apache-2.0
// The slots of a case as a list to be read in a table of cells: who holds what, status, stances.

#ifndef ENTENTE_WORKBENCH_CASE_SLOT_LIST_H
#define ENTENTE_WORKBENCH_CASE_SLOT_LIST_H

#include "answers/case_answer.h"
#include "answers/slot_list_answer.h"
#include "record/items.h"

// slots  as they are shown, with all who hold their wordings
// Result: row, slot (its id), point, base, a column for each party or group that holds a wording, status,
//         stances, note. A party without a draft of that document has an empty cell.
// Owner:  arena
// Cost:   O(slots × parties + stances)
struct slot_list case_slot_list(const struct items *items, const struct case_list *slots,
                                struct str title, struct arena *arena);

#endif
