// SPDX-License-Identifier: Apache-2.0
// The outcome that is best by one weighted sum of values, and weights that bound a product well.

#ifndef ENTENTE_FRONTIER_LINEAR_H
#define ENTENTE_FRONTIER_LINEAR_H

#include "bargain/diagram.h"

// A weighted sum of values seen from the end of a diagram.
struct linear {
    const struct diagram *diagram;
    int64_t *sums;  // by row of the diagram's values: weights · values
    int64_t *to_go; // by node: the most of weights · values on the way from it to the end
};

// The largest weight for which no weighted sum of values or reserves leaves 2^61; at most 2^20, and
// 0 when the values are too large for any.
int64_t linear_limit(const struct diagram *diagram, const int64_t *reserve);

// Room for one weighted sum. Owner: arena
struct linear linear_make(const struct diagram *diagram, struct arena *arena);
// Fills it for the nodes of `level` and below.
// Cost: O(rows of values × parties + arcs below)
void linear_weigh(struct linear *linear, const int64_t *weights, uint32_t level);
// The values that a best outcome adds on the way from a node of `level` to the end.
void linear_best(const struct linear *linear, uint32_t level, uint32_t node, int64_t *values);

// Weights for which the sum of weights × gains bounds a product of gains tightly: a relaxation in
// which outcomes may be mixed is climbed step by step (Frank and Wolfe 1956), and the weights are
// its slope at the end. Any weights give a true bound; these give a good one.
//
// reserve  gains are values less this
// range    by party: gains are measured in this unit
// Result:  weights by party, at least 1, at most linear_limit, which must not be 0
void linear_product_weights(const struct diagram *diagram, const int64_t *reserve,
                            const int64_t *range, int64_t *weights);

#endif
