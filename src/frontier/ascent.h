// SPDX-License-Identifier: Apache-2.0
// How high outcomes can come toward a goal, and those that come that high.

#ifndef ENTENTE_FRONTIER_ASCENT_H
#define ENTENTE_FRONTIER_ASCENT_H

#include "frontier/branch.h"

// The search for the outcomes that stand highest. Weights that bound how high anything leads cut off
// partial outcomes; a narrow beam finds a good outcome, and a complete descent with its objective as
// floor then proves it: whatever is at least as good stands in the region that was searched to the
// end. Where the partial outcomes are too many, branching takes over.
struct ascent;

// goal     must outlive the ascent
// Owner:   the caller closes it; borrows the diagram, which must not be empty
struct ascent *ascent_open(const struct diagram *diagram, const struct goal *goal,
                           struct budget *budget);
void ascent_close(struct ascent *ascent);

// The weights of the first bound: weights · values <= *bound for every outcome. False when the
// values are too large for weights; the search then does without.
bool ascent_bound(const struct ascent *ascent, int64_t *weights, int64_t *bound);

// The values of the highest outcome met so far; false when none reached the base.
bool ascent_known(const struct ascent *ascent, int64_t *values);

// The highest outcomes: the front of those that stand as high as the best, and maybe of some more.
//
// Result:  an empty front when no outcome reaches the base
// Owner:   arena
// Errors:  STOPPED
bool ascent_incumbent(struct ascent *ascent, struct arena *arena, struct front *front,
                      struct error *error) MUST_CHECK;

// Only how high: the values of a outcome with the largest share, where every range is 0 or 1.
// Result:  *exists is false when no outcome reaches base
bool ascent_objective(struct ascent *ascent, int64_t *values, bool *exists,
                      struct error *error) MUST_CHECK;

#endif
