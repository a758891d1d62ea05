// SPDX-License-Identifier: Apache-2.0
// The outcomes that stand highest, by branching and bounding.

#ifndef ENTENTE_FRONTIER_BRANCH_H
#define ENTENTE_FRONTIER_BRANCH_H

#include "frontier/front.h"
#include "frontier/goal.h"
#include "frontier/lagrange.h"

// The highest outcome known so far.
struct incumbent {
    bool exists;
    struct objective objective;
    int64_t values[SCENARIO_PARTIES_MAX];
};

// Keeps the outcome with these values when it stands higher.
// Result: positive when it does, zero when it stands as high
int incumbent_try(struct incumbent *incumbent, const struct goal *goal, const int64_t *values);

// Tries option by option, depth first. Of what is left at each step weights bound how high it leads;
// they are bettered from step to step, and options that by them cannot lead as high as the best
// outcome known are ruled out. What is left where the bound comes too low is left out.
//
// contest  whose limit is not 0
// weights  to begin with
// incumbent   what is known; it is bettered also when the search does not end
// Result:  *front: of the outcomes that stand as high as the highest, those that no other of them
//          beats. false when the budget is spent or there are too many of them
// Owner:   arena
bool branch_incumbent(const struct diagram *diagram, const struct goal *goal,
                      struct lagrange *lagrange, const int64_t *weights,
                      struct incumbent *incumbent, struct budget *budget, struct arena *arena,
                      struct front *front);

#endif
