// SPDX-License-Identifier: Apache-2.0
// Stretches that two rows of numbers share and that stand only once in each.

#ifndef ENTENTE_MERGE_ANCHORS_H
#define ENTENTE_MERGE_ANCHORS_H

#include "base/list.h"
#include "merge/rows.h"

// Where each group of `width` consecutive numbers stands that is in the row only once.
// Owner: arena; the row is borrowed. Cost: expected O(N).
struct anchor_index *anchor_index_make(struct ids row, uint32_t width, struct arena *arena);

// Finds stretches that are equal in base and draft and hold a group that stands once in the base,
// as far as they go, save what stands twice in the draft. Adds them in the order of the base.
//
// base   the row that was indexed; some of its numbers may have been changed since
// Cost:  expected O(draft) and little more than one look-up for each stretch; O(R log R) for R
//        stretches that are not in the base's order
void anchors_find(const struct anchor_index *index, struct ids base, struct ids draft,
                  struct list *matches);

// Marks in keep[] the runs of the heaviest chain that rises in both rows (weight: numbers held).
// Cost: O(R log R).
void anchors_chain(const struct match *matches, size_t count, bool *keep);

#endif
