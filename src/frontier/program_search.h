// SPDX-License-Identifier: Apache-2.0
// The largest share that a program allows, with its proof, by branching and bounding.

#ifndef ENTENTE_FRONTIER_PROGRAM_SEARCH_H
#define ENTENTE_FRONTIER_PROGRAM_SEARCH_H

#include "bargain/wide.h"
#include "base/budget.h"
#include "frontier/blend.h"

struct program_search_request {
    struct measures measures;
    bool wants_ties;    // all outcomes as high as the best are wanted
    size_t tie_limit;   // more than this many of them are not kept
    uint64_t tie_steps; // the least that may be spent on looking for them
};

// The share of an outcome is the least of (measure - base) / range over the measures with a range; one
// in which some measure is below its base has none.
struct program_found {
    bool is_proved;     // the next two are final
    bool exists;        // an outcome was found
    struct ratio share; // of the best one
    uint32_t *outcome;  // by issue: an option of it
    bool has_bound;     // no outcome has a larger share than `bound`
    struct ratio bound;
    int64_t *weights;     // by measure: of no outcome is the weighted sum of measures larger than
    int128 weighted_most; // this; with has_bound
    bool has_all_ties;    // all outcomes with that share stand in `ties`
    struct list ties;     // uint32_t *: options by issue
};

// Searches depth first. At each step a linear relaxation tells weights; rounded to whole numbers they
// bound what is left in whole numbers, and options that cannot lead high enough are ruled out.
//
// Result:  what was found until the budget was spent; false when the values are too large
// Owner:   arena
bool program_search(struct choice_program *program, const struct program_search_request *request,
                    struct budget *budget, struct arena *arena, struct program_found *found);

#endif
