// SPDX-License-Identifier: Apache-2.0
// How many outcomes give every party its floor, without listing them.

#ifndef ENTENTE_BARGAIN_COUNTS_H
#define ENTENTE_BARGAIN_COUNTS_H

#include "bargain/diagram.h"

// Digits; the two are equal when the count is exact.
struct tally {
    struct str at_least;
    struct str at_most;
    bool is_exact;
};

// Counts the outcomes of the diagram in which each party gets floor[p] or more.
//
// Result:  exact, or bounds when the diagram is loose, or when the steps or the memory run out
// Owner:   arena
// Cost:    O(partial sums that are still open), from both ends toward the middle; then a walk over
//          two trees of boxes that skips pairs of boxes which agree as a whole
struct tally count_reaching(const struct diagram *diagram, const int64_t *floor,
                            struct budget *budget, struct arena *arena);

#endif
