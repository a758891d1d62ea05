// SPDX-License-Identifier: Apache-2.0
// A list of open places that a party has filled in comes back into the case.

#ifndef ENTENTE_WORKBENCH_CASE_CASE_RETURNED_LIST_H
#define ENTENTE_WORKBENCH_CASE_CASE_RETURNED_LIST_H

#include "answers/slot_list_answer.h"
#include "base/budget.h"
#include "workbench/case/case.h"

// Enters what the list has that the case has not: stances of the party, and its notes as comments on their
// places, in one entry. A row goes with its slot by id, or by point and wordings; it is entered whole or
// not at all, and whatever is not entered is named. A wording in brackets is the one that the list shows
// there, whoever holds it by now. Where the list says nothing new there is no entry.
//
// submission  party, date and file count; of a list without ids the document too
// Errors:     MISUSE without a party; NOT_FOUND for an unknown one; BAD_INPUT where no row is a place of
//             this case
bool case_submit_list(struct entente_case *handle, const struct entente_submission *submission,
                      const struct entente_act *frame, const struct slot_list *list,
                      struct budget *budget, struct entente_answer *made,
                      struct error *error) MUST_CHECK;

#endif
