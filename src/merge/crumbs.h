// SPDX-License-Identifier: Apache-2.0
// Which equal words between two edits are crumbs that a person would not have kept apart.

#ifndef ENTENTE_MERGE_CRUMBS_H
#define ENTENTE_MERGE_CRUMBS_H

#include "base/list.h"
#include "merge/flow_pair.h"
#include "merge/rows.h"

// Joins edits with only crumbs of equal text between them into one phrase, never across the end of
// a sentence or paragraph. What both sides of a joined edit begin or end with is left out of it.
// Cost: O(edits + tokens)
void crumbs_join(const struct flow_pair *pair, struct list *edits);

// Whether a mark ends a sentence or a member of a list.
bool crumbs_ends_sentence(struct str mark);

#endif
