// SPDX-License-Identifier: Apache-2.0
// The parts of a search over counts: a range for each count, what bounds it, and what to try in it.

#ifndef ENTENTE_FRONTIER_COUNTED_RANGES_H
#define ENTENTE_FRONTIER_COUNTED_RANGES_H

#include "base/list.h"
#include "frontier/alike_issues.h"
#include "frontier/branch.h"

#define COUNTED_WHOLE 1e-6 // what is so near to a whole number is one

struct range_step {
    uint32_t *least;  // by choice: how many issues take it
    uint32_t *most;   //
    double *mixed;    // by choice: where the goal is highest, about, if counts need not be whole
    double *weights;  // by party: those that bounded the step
    uint32_t choice;  // that is branched on
    uint32_t at;      // up to so many, or more
    uint32_t next;    // of the two branches: 0, 1; 2: both are tried
    bool upper_first; // the branch of more is tried first
};

struct count_search {
    const struct alike_issues *alike;
    const struct goal *goal;
    struct budget *budget;
    struct arena *arena;
    struct list steps; // struct range_step
    struct incumbent best;
    bool wants_more;  // what is as high as the best is of no interest
    bool keeps_ties;  // and is kept
    struct list ties; // uint32_t *: counts by choice
    int64_t limit;    // of a weight
    int64_t weights[SCENARIO_PARTIES_MAX];
    int64_t root_weights[SCENARIO_PARTIES_MAX]; // of all outcomes, with
    int64_t root_bound;                         // the most of their weighted sum
    uint32_t *counts;                           // by choice: those in hand
    int64_t *sums;                              // by choice: weights · values
    bool is_stopped;
};

// What a choice gives each party in one issue.
static inline const int64_t *counted_values(const struct count_search *c, uint32_t choice)
{
    return c->alike->values + (size_t)choice * c->alike->party_count;
}

// Brings the ranges of each group together: what the others must take is not left for one, and what they
// cannot take it must. The mixture is pressed into them.
// Result: false when the issues cannot be shared out
bool counted_tighten(const struct count_search *c, struct range_step *step);

// The most of weights · values in the ranges; `counts` are then such as have it.
int64_t counted_most(struct count_search *c, const struct range_step *step);
// Keeps the weights in hand as those of all outcomes; `most` is what counted_most gave for them.
void counted_keep_root(struct count_search *c, int64_t most);

// What all parties get by these counts.
void counted_sum(const struct count_search *c, const uint32_t *counts, int64_t *values);
// Keeps them when they stand higher than the best; as incumbent_try.
int counted_try(struct count_search *c, const uint32_t *counts);
// Tries the mixture in whole numbers, and what is near it as long as that stands higher.
void counted_round(struct count_search *c, const struct range_step *step);

// Whether weights show that nothing wanted is left in the ranges; they and the mixture are kept in the
// step. The first is for products, the second for shares.
bool counted_slope_refutes(struct count_search *c, struct range_step *step);
bool counted_shares_refute(struct count_search *c, struct range_step *step);

#endif
