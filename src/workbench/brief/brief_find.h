// SPDX-License-Identifier: Apache-2.0
// Where the talks stand, found without being shown.

#ifndef ENTENTE_WORKBENCH_BRIEF_BRIEF_FIND_H
#define ENTENTE_WORKBENCH_BRIEF_BRIEF_FIND_H

#include "answers/brief_answer.h"
#include "workbench/case/case.h"

#include <entente/merge.h>

// Owner:  arena; the case's items and the options' files are borrowed
// Errors: a scenario that cannot be read or weighed; STOPPED. Drafts that cannot be read and steps that
//         cannot be laid are told in the answer
bool brief_find(struct entente_case *handle, const struct entente_brief_options *options,
                const struct entente_bounds *bounds, struct arena *arena,
                struct brief_answer *brief, struct error *error) MUST_CHECK;

// The same without the texts, and what is made from them: time, packages and what the record says.
bool brief_find_beside_texts(struct entente_case *handle,
                             const struct entente_brief_options *options,
                             const struct entente_bounds *bounds, struct arena *arena,
                             struct brief_answer *brief, struct error *error) MUST_CHECK;

// The limits of a case (const struct item *) as a plan that is not finished: limit for limit.
// Errors: BAD_INPUT naming the limit
bool brief_plan(const struct list *limits, struct arena *arena, struct plan *plan,
                struct error *error) MUST_CHECK;

// The same of a base and drafts alone: texts, and limits as they are read.
//
// Errors: those of merging; STOPPED
bool brief_find_drafts(const struct entente_drafts_brief_options *options,
                       const struct entente_file *base, const struct entente_draft *drafts,
                       size_t count, const struct entente_bounds *bounds, struct arena *arena,
                       struct brief_answer *brief, struct error *error) MUST_CHECK;

#endif
