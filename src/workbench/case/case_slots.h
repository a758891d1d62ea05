// SPDX-License-Identifier: Apache-2.0
// The slots of a document in a case: what merging its current drafts finds.

#ifndef ENTENTE_WORKBENCH_CASE_CASE_SLOTS_H
#define ENTENTE_WORKBENCH_CASE_CASE_SLOTS_H

#include "base/budget.h"
#include "casefile/slots.h"

// One draft that counts now: whose it is, and its file.
struct current_draft {
    struct str party;
    const struct item *draft;
};

// The drafts that count for a document: of every party its newest that was made from the newest
// base. A group's draft is that of each member who has none of its own.
//
// Result:  *base is the newest base, NULL when there is none; *drafts: struct current_draft
// Owner:   arena
void case_drafts(const struct items *items, struct str document, struct arena *arena,
                 const struct item **base, struct list *drafts);

// Merges them and adds to the act what that does to the slots and stances.
//
// extra   the draft of this very act, which the state does not hold yet; NULL: none
// Errors: those of the readers and of the merge
bool case_carry_slots(struct casefile *casefile, struct str document, const struct item *extra,
                      bool any_base, struct budget *budget, struct act *act, struct arena *arena,
                      struct slots_carried *carried, struct error *error) MUST_CHECK;

#endif
