// SPDX-License-Identifier: Apache-2.0
// The slots of a document in a case: what merging the drafts that count finds.

#ifndef ENTENTE_WORKBENCH_CASE_CASE_SLOTS_H
#define ENTENTE_WORKBENCH_CASE_CASE_SLOTS_H

#include "base/budget.h"
#include "casefile/slots.h"
#include "merge/sheet.h"
#include "workbench/case/case_drafts.h"

// The slots of a merged text in its order: struct found_slot, and their numbers in the sheet (uint32_t).
void case_find_slots(const struct sheet *sheet, struct arena *arena, struct list *found,
                     struct list *numbers);

// Merges the drafts that count now and adds to the act what that does to the slots and stances.
//
// extra   the draft of this very act, which the state does not hold yet; NULL: none
// Result: *told: lines on what of that draft was read how, of a fragment what has no place; may be empty
// Errors: those of the readers and of the merge
bool case_carry_slots(struct casefile *casefile, struct str document, const struct item *extra,
                      bool any_base, struct budget *budget, struct act *act, struct arena *arena,
                      struct slots_carried *carried, struct str *told,
                      struct error *error) MUST_CHECK;

#endif
