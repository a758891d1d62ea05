// SPDX-License-Identifier: Apache-2.0
// What the handles of one case share: its open state, texts as their drafts leave them, drafts as compared
// with a base.

#ifndef ENTENTE_WORKBENCH_CASE_CASE_SHELF_H
#define ENTENTE_WORKBENCH_CASE_CASE_SHELF_H

#include "answers/proofread_answer.h"
#include "base/budget.h"
#include "casefile/casefile.h"
#include "casefile/ground.h"
#include "merge/sheet_counts.h"

#include <entente/case.h>

// A text that nobody changes any more. It is there until the last who took it has given it back.
struct shelf_text {
    const struct merged *merged;
    struct sheet sheet;
    struct sheet_counts counts;
};

// Which text is wanted.
struct shelf_wanted {
    struct str document;
    const struct item *base;
    const struct list *current; // struct current_draft
    const struct item *coming;  // one of them whose file the store does not hold yet; NULL: none
    const struct entente_file *file; // that file
};

// Takes the text, merged by whichever handle asks first. What is known of a file is known by its content.
//
// Result: *text NULL where it cannot be shared: there is no draft, or one that is no copy of the base
// Errors: those of the readers and of the merge; STOPPED
// Cost:   for each draft that was not seen before one comparison, and one sweep
bool shelf_take(struct entente_case_shelf *shelf, struct casefile *casefile,
                const struct shelf_wanted *wanted, struct budget *budget,
                const struct shelf_text **text, struct error *error) MUST_CHECK;
// Gives it back. NULL is fine.
void shelf_give(struct entente_case_shelf *shelf, const struct shelf_text *text);
// What was found in a text that was taken, before signature. NULL: nobody has looked yet
const struct proofread_answer *shelf_findings(struct entente_case_shelf *shelf,
                                              const struct shelf_text *text);
// Keeps it with the text, for all who take it; the first that comes stays.
void shelf_keep_findings(struct entente_case_shelf *shelf, const struct shelf_text *text,
                         const struct proofread_answer *found);
// Where its handles find the open state; NULL of NULL.
struct grounds *shelf_grounds(struct entente_case_shelf *shelf);

#endif
