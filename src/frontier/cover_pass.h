// SPDX-License-Identifier: Apache-2.0
// Leaves out labels of a node that labels of another node beat.

#ifndef ENTENTE_FRONTIER_COVER_PASS_H
#define ENTENTE_FRONTIER_COVER_PASS_H

#include "frontier/descent.h"

// Which nodes cover which: a node covers another of its level when whatever is still open to that one
// is open to it, with values as large. What it beats there is beaten at the end.
struct covers;

// Of four parties; NULL for others, and where no node covers another of its level, or levels are too wide.
// Owner: arena; borrows the diagram
// Cost:  O(pairs of nodes × arcs) for each level that is not too wide
struct covers *covers_make(const struct diagram *diagram, struct arena *arena);

// Of a descent toward the front of all outcomes of four parties: leaves out labels that a label of a
// covering node is seen to beat, not all of them. The labels left keep their order.
void cover_pass(struct descent *descent, const struct covers *covers);

#endif
