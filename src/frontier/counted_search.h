// SPDX-License-Identifier: Apache-2.0
// The highest outcomes where many issues are alike: how many of them take which option.

#ifndef ENTENTE_FRONTIER_COUNTED_SEARCH_H
#define ENTENTE_FRONTIER_COUNTED_SEARCH_H

#include "base/budget.h"
#include "frontier/front.h"
#include "frontier/goal.h"

struct counted_found {
    bool has_all;                          // all rows that stand as high as the highest are in
    struct front front;                    // the front of them; empty: no outcome reaches the base
    int64_t weights[SCENARIO_PARTIES_MAX]; // weights · values <= bound for every outcome
    int64_t bound;
};

// Branches on how many issues of a group take an option. What is left at a step is bounded by a sum of
// weighted values in whole numbers. The highest is found and proved first, then what ties with it.
//
// goal     a product or shares
// Result:  false when issues are not alike in large numbers, when of a product no outcome gives every
//          party a gain, or when the budget is spent: the other ways must be gone
// Owner:   arena; borrows the diagram
bool counted_search(const struct diagram *diagram, const struct goal *goal, struct budget *budget,
                    struct arena *arena, struct counted_found *found);

#endif
