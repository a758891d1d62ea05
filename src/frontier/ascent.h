// SPDX-License-Identifier: Apache-2.0
// How high all parties can come together, and the packages that come that high.

#ifndef ENTENTE_FRONTIER_ASCENT_H
#define ENTENTE_FRONTIER_ASCENT_H

#include "bargain/wide.h"
#include "frontier/contest.h"
#include "frontier/front.h"

// The search for packages with worths >= base + t × range for the largest t >= 0. Weights that bound
// t cut off partial packages; a narrow beam finds a good package, and a complete descent with the
// package's t as floor then proves it: whatever is at least as good stands in the region that was
// searched to the end.
struct ascent;

// base, range  by party; range none negative, some positive; both must outlive the ascent
// Owner:   the caller closes it; borrows the diagram, which must not be empty
struct ascent *ascent_open(const struct diagram *diagram, const int64_t *base, const int64_t *range,
                           struct budget *budget);
void ascent_close(struct ascent *ascent);

// The weights of the first bound: weights · worths <= *bound for every package. False when the
// worths are too large for weights; the search then does without.
bool ascent_bound(const struct ascent *ascent, int64_t *weights, int64_t *bound);

// All points of the region of packages that come as high as the best: the front of the packages
// with worths >= base + t × range, t the largest that any package reaches.
//
// Result:  an empty front when no package reaches base
// Owner:   arena
// Errors:  STOPPED
bool ascent_summit(struct ascent *ascent, struct arena *arena, struct front *front,
                   struct error *error) MUST_CHECK;

// Only how high: the worths of a package with the largest t, where every range is 0 or 1.
// Result:  *exists is false when no package reaches base
bool ascent_height(struct ascent *ascent, int64_t *worths, bool *exists,
                   struct error *error) MUST_CHECK;

#endif
