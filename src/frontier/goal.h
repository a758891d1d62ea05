// SPDX-License-Identifier: Apache-2.0
// What a search climbs toward: how high a row of values stands, and what it takes to stand there.

#ifndef ENTENTE_FRONTIER_GOAL_H
#define ENTENTE_FRONTIER_GOAL_H

#include "bargain/scenario.h"
#include "bargain/wide.h"

enum goal_kind {
    GOAL_SHARES,  // the largest t with values >= base + t × range
    GOAL_PRODUCT, // the largest product of gains over the base
    GOAL_SUM,     // the largest sum of gains over the base
};

// base, range  by party; of shares alone: range none negative, some positive
struct goal {
    enum goal_kind kind;
    uint32_t width; // parties
    const int64_t *base;
    const int64_t *range;
};

// How high a row stands. Which member counts depends on the goal.
struct objective {
    struct ratio share;
    int128 sum;
    uint64_t product[SCENARIO_PARTIES_MAX];
};

// How high the row stands; false when some party falls below the base.
bool goal_objective(const struct goal *goal, const int64_t *values, struct objective *objective);
// Positive when a is the higher one.
int goal_compare(const struct goal *goal, const struct objective *a, const struct objective *b);

// What every party gets at least in rows that stand at least as high.
void goal_floor(const struct goal *goal, const struct objective *objective, int64_t *floor);

// The least that weights · values can be in a row that stands at least as high. For a product by the
// inequality of means: with P parties it is the least whole s for which
// s^P >= P^P × product × (product of weights), over the base.
//
// weights  by party, none negative; no weighted sum of values or bases leaves 64 bits
// Cost:    for a product a root of many digits, some microseconds
int64_t goal_least(const struct goal *goal, const struct objective *objective,
                   const int64_t *weights);

// The gains of the row that stands as high and for which weights · values is least, about.
//
// least    that of goal_least for these weights
void goal_nearest(const struct goal *goal, const struct objective *objective,
                  const int64_t *weights, int64_t least, int64_t *gains);

// What a weighted sum of gains is divided by to tell how high it can lead, so that promises by
// different weights can be compared; with GOAL_FINE bits after the point. 0: the weights tell nothing.
#define GOAL_FINE 20
int128 goal_unit(const struct goal *goal, const int64_t *weights);

#endif
