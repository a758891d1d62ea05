// SPDX-License-Identifier: Apache-2.0
// The drafts that count, as merge takes them.

#ifndef ENTENTE_WORKBENCH_CASE_CASE_TAKEN_H
#define ENTENTE_WORKBENCH_CASE_CASE_TAKEN_H

#include "workbench/case/case_drafts.h"
#include "workbench/case/case_matches.h"

#include <entente/merge.h>

struct drafts_taken {
    struct entente_file base;
    struct entente_draft *drafts; // room for one more
    struct draft_manner *manners; // by draft
    size_t count;
};

// Adds one, which there must be room for. Errors: those of casefile_file
bool case_draft_take(struct casefile *casefile, const struct current_draft *draft,
                     const struct act *act, struct arena *arena, struct drafts_taken *taken,
                     struct error *error) MUST_CHECK;

// The base and all of `current` (struct current_draft).
//
// act     the act under way, whose matches count already; NULL: none
// Owner:  arena
// Errors: those of casefile_file
bool case_drafts_take(struct casefile *casefile, const struct item *base,
                      const struct list *current, const struct act *act, struct arena *arena,
                      struct drafts_taken *taken, struct error *error) MUST_CHECK;

#endif
