// SPDX-License-Identifier: Apache-2.0
// The slots of a document in a case: what merging the drafts that count finds.

#ifndef ENTENTE_WORKBENCH_CASE_CASE_SLOTS_H
#define ENTENTE_WORKBENCH_CASE_CASE_SLOTS_H

#include "base/budget.h"
#include "casefile/slots.h"
#include "merge/sheet.h"
#include "workbench/case/case_drafts.h"
#include "workbench/case/case_shelf.h"
#include "workbench/text/gate.h"

// Merges drafts (struct current_draft) with their base.
//
// act     the act under way, whose matches count already; NULL: none
// Owner:  arena
// Errors: those of the readers and of the merge
bool case_merge_drafts(struct casefile *casefile, const struct item *base,
                       const struct list *current, const struct act *act,
                       const struct draft_gate *gate, struct budget *budget, struct arena *arena,
                       struct merged *merged, struct error *error) MUST_CHECK;

// The slots of wording of a sheet, in the order of the text: struct found_slot.
struct list case_find_slots(const struct sheet *sheet, struct arena *arena);

// A point's path without its first part, the base's file name.
struct str case_point_path(const struct point *point);

// What comes in.
struct draft_change {
    struct str case_name; // as it was opened, for what an error says to do
    struct str document;
    const struct item *draft;         // the party's that changes; NULL: none
    bool is_new;                      // the state does not hold it yet
    bool any_base;                    // it passes whatever it is
    bool is_on_page;                  // whoever is refused sits at a page
    struct entente_case_shelf *shelf; // where the text may be shared; NULL: nowhere
    const struct shelf_text **lent;   // what was taken of it, whose words the act borrows
};

// Merges the drafts that count now and adds to the act what that does to the slots and stances.
//
// Result: *told: lines on what of the draft was read how, of a fragment what has no place; may be empty
// Errors: those of the readers and of the merge
bool case_carry_slots(struct casefile *casefile, const struct draft_change *coming,
                      struct budget *budget, struct act *act, struct arena *arena,
                      struct slots_carried *carried, struct str *told,
                      struct error *error) MUST_CHECK;

// What was said of places and wordings that no draft has: a sentence each, struct str.
// where   "in the next base" or "any more"
struct list case_slots_left(const struct slots_carried *carried, const char *where,
                            struct arena *arena);

#endif
