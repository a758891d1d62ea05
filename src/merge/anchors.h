// SPDX-License-Identifier: Apache-2.0
// Stretches that two rows of numbers share and that stand only once in each.

#ifndef ENTENTE_MERGE_ANCHORS_H
#define ENTENTE_MERGE_ANCHORS_H

#include "merge/diff.h"

// Finds groups of `width` consecutive numbers that stand once in base and once in draft, and joins
// neighbouring ones into runs, in the order of the base. Cost: expected O(N).
void anchors_find(struct ids base, struct ids draft, uint32_t width, struct list *runs);

// Marks in keep[] the runs of the heaviest chain that rises in both rows (weight: numbers held).
// Cost: O(R log R).
void anchors_chain(const struct run *runs, size_t count, bool *keep);

#endif
