// SPDX-License-Identifier: Apache-2.0
// The package that is best by one weighted sum of worths, and weights that bound a fair point well.

#ifndef ENTENTE_FRONTIER_LINEAR_H
#define ENTENTE_FRONTIER_LINEAR_H

#include "bargain/diagram.h"

// The largest weight for which no weighted sum of worths or reserves leaves 2^61; at most 2^20, and
// 0 when the worths are too large for any.
int64_t linear_limit(const struct diagram *diagram, const int64_t *reserve);

// to_go[node] is the most of weights · worths on the way from the node to the end.
// Cost: O(arcs × parties). weights · worths must fit 64 bits for every package.
void linear_to_go(const struct diagram *diagram, const int64_t *weights, int64_t *to_go);

// The worths of a package that reaches to_go[root], and its options by level (NULL: not wanted).
void linear_best(const struct diagram *diagram, const int64_t *weights, const int64_t *to_go,
                 int64_t *worths, uint32_t *options);

// Weights for which the sum of weights × gains bounds a fair point tightly: a relaxation in which
// packages may be mixed is climbed step by step (Frank and Wolfe 1956), and the weights are its
// slope at the end. Any weights give a true bound; these give a good one.
//
// reserve  gains are worths less this
// range    by party: gains are measured in this unit
// Result:  weights by party, at least 1, at most linear_limit, which must not be 0
void linear_product_weights(const struct diagram *diagram, const int64_t *reserve,
                            const int64_t *range, int64_t *weights);

// The same for the smallest share (gain by range). The bound on a common share is (to_go[root] -
// weights · reserve) / (weights · range); among all weights looked at, the best are given.
void linear_share_weights(const struct diagram *diagram, const int64_t *reserve,
                          const int64_t *range, int64_t *weights);

#endif
