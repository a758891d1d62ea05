// SPDX-License-Identifier: Apache-2.0
// The highest outcomes of a diagram's scenario, sought without the diagram.

#ifndef ENTENTE_FRONTIER_DIRECT_SEARCH_H
#define ENTENTE_FRONTIER_DIRECT_SEARCH_H

#include "base/budget.h"
#include "frontier/front.h"
#include "frontier/goal.h"

struct direct_search {
    bool is_proved; // what follows is final; else it is as far as the budget went
    bool exists;    // an outcome that reaches the base was found
    int64_t values[SCENARIO_PARTIES_MAX]; // of the best one
    bool has_all;                         // all that stand as high are looked at
    struct front front;                   // of those looked at, what no other of them beats
    bool has_most;                        // no outcome has a larger share than this
    struct ratio most;
    bool has_bound; // weights · values <= bound for every outcome
    int64_t weights[SCENARIO_PARTIES_MAX];
    int64_t bound;
};

// How much may be spent on outcomes that tie.
enum direct_ties {
    TIES_NONE, // one outcome will do
    TIES_SOME, // some time is given to finding all
    TIES_ALL,  // as long as the budget lasts
};

// Looks for the highest outcomes by whole-number programming (see program_search.h).
//
// Result:  false when the goal is a product, the scenario has pair values, or numbers are too large
// Owner:   arena; borrows the diagram
bool direct_search(const struct diagram *diagram, const struct goal *goal, enum direct_ties ties,
                   struct budget *budget, struct arena *arena, struct direct_search *found);

#endif
