// SPDX-License-Identifier: Apache-2.0
// One draft becomes part of an act under way.

#ifndef ENTENTE_WORKBENCH_CASE_SUBMISSION_H
#define ENTENTE_WORKBENCH_CASE_SUBMISSION_H

#include "workbench/case/case.h"
#include "workbench/case/case_slots.h"

struct submitted {
    struct item draft;
    struct slots_carried carried;
    struct str told; // lines on how it was read; may be empty
};

// A copy as it will be among the drafts, before it is entered: whose it is, of what, its file's name and
// hash. It has no id yet. Owner: arena
struct item case_draft_coming(const struct entente_submission *submission, struct arena *arena);

// Adds the draft to the act, and what it does to the slots and stances where all may read it.
//
// Errors: those of the readers and of the merge
bool case_submit_one(struct acting *acting, const struct entente_submission *submission,
                     struct budget *budget, struct arena *arena, struct submitted *submitted,
                     struct error *error) MUST_CHECK;

#endif
