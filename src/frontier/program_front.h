// SPDX-License-Identifier: Apache-2.0
// The front of two parties, point by point, where a diagram would be too large.

#ifndef ENTENTE_FRONTIER_PROGRAM_FRONT_H
#define ENTENTE_FRONTIER_PROGRAM_FRONT_H

#include "base/budget.h"
#include "frontier/front.h"

struct program_front {
    struct front front; // points of the true front; how many outcomes are behind each is not known
    bool is_complete;
    int64_t error[2]; // for every point of the true front one here is worse for nobody by more
};

// First the two ends, then what is best by weighted sums between two neighbours (Aneja and Nair 1979),
// which soon gives a good outline; then what lies in each gap, from one end to the other (Haimes,
// Lasdon and Wismer 1971).
//
// diagram  of two parties; it may be a loose one, its scenario counts
// Result:  false when the scenario cannot be searched so, or not even the ends were found
// Owner:   arena
bool program_front_find(const struct diagram *diagram, struct budget *budget, struct arena *arena,
                        struct program_front *found);

#endif
