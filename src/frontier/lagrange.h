// SPDX-License-Identifier: Apache-2.0
// Weights that show how high a floor all parties can be lifted to at the same time.

#ifndef ENTENTE_FRONTIER_LAGRANGE_H
#define ENTENTE_FRONTIER_LAGRANGE_H

#include "frontier/linear.h"

// Outcomes and weights play against each other: given weights, the best outcome is taken; given what
// outcomes gave so far, parties that fall short of their floor weigh more (regret matching, Hart and
// Mas-Colell 2000). Where the weighted values of the best outcome do not come up to the weighted
// floors no outcome reaches all floors, which is a proof by whole numbers, however the weights were
// found.
struct lagrange {
    const struct diagram *diagram;
    int64_t limit; // of a weight
    struct linear linear;
    int64_t scale[SCENARIO_PARTIES_MAX]; // by party: values are told apart in this unit
};

// reserve  as for linear_limit, which must not be 0
// Owner:   arena; borrows the diagram
struct lagrange lagrange_make(const struct diagram *diagram, const int64_t *reserve,
                              struct arena *arena);

// Multipliers are weights measured in the scales of the parties, the largest of them LAGRANGE_ONE.
#define LAGRANGE_ONE ((int64_t)1 << 30)
void lagrange_multipliers(const struct lagrange *lagrange, const int64_t *weights,
                          int64_t *multipliers);
// The weights that come nearest to the multipliers; each at least `least`.
void lagrange_weights(const struct lagrange *lagrange, const int64_t *multipliers, int64_t least,
                      int64_t *weights);
// Moves the multipliers toward parties that fall short: against the gaps, as far as would close the
// weighted gap if no other outcome came in between (Polyak 1969).
//
// gaps     by party: what a outcome gives above what is wanted; weighted by the multipliers not negative
void lagrange_shift(const struct lagrange *lagrange, const int64_t *gaps, int64_t *multipliers);

// Looks for weights by which no way from the node, whose partial outcomes stand at `values`, ends
// at the floor or above.
//
// level    of the node
// Result:  whether the weights show it; contest->linear is that of the weights
bool lagrange_refutes(struct lagrange *lagrange, uint32_t level, uint32_t node,
                      const int64_t *values, const int64_t *floor, unsigned rounds,
                      int64_t *weights);

// Weights that bound the largest share t at which a outcome can reach base + t × range everywhere:
// (to_go[root] - weights · base) / (weights · range) is a bound, and of all weights looked at those
// with the least one are given.
//
// range    by party, none negative, some positive
void lagrange_share_weights(struct lagrange *lagrange, const int64_t *base, const int64_t *range,
                            unsigned rounds, int64_t *weights);

#endif
