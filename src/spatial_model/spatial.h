// SPDX-License-Identifier: Apache-2.0
// Positions on a line, weighed: what a majority would keep, and what would change its mind.
//
// Each actor prefers what is nearer to its own position and counts with influence × salience; the
// alternatives are the positions that actors hold. All numbers are whole: the reader has scaled
// the decimals of each column by a power of ten.

#ifndef ENTENTE_SPATIAL_SPATIAL_H
#define ENTENTE_SPATIAL_SPATIAL_H

#include "bargain/wide.h"
#include "base/error.h"

#define SPATIAL_ACTORS_MAX 2000
#define SPATIAL_NUMBER_MAX ((int64_t)1 << 60) // of a position, and of all weights together

// One dimension. Influence and salience are 0 or more.
struct spatial_line {
    uint32_t count; // of actors that take part
    const int64_t *position;
    const int64_t *influence;
    const int64_t *salience;
};

// Where a number must go for the median to move.
struct spatial_turn {
    bool is_possible;
    bool is_beyond; // it moves behind this value; otherwise at the value already
    int64_t at;
};

// What one actor's change does while all others stay.
struct spatial_turns {
    struct spatial_turn more_weight;
    struct spatial_turn less_weight; // never below 0
    struct spatial_turn higher;      // of the position; always is_beyond
    struct spatial_turn lower;
};

struct spatial_alternative {
    int64_t position;
    int64_t weight; // of those who hold it
    uint32_t wins, losses, ties;
};

// 1. Alternatives rise strictly by position. 2. No majority replaces an alternative exactly when
// it lies in [lower, upper]; it has no losses. 3. lower < upper only when half of all the weight
// lies at or below lower and half at or above upper.
struct spatial {
    const int64_t *weight; // per actor: influence × salience
    int64_t total;         // above 0
    const struct spatial_alternative *alternatives;
    const int64_t *weight_before; // per alternative, and at the end: of all those below it
    uint32_t alternative_count;
    int64_t lower, upper; // the weighted median: all positions between are as good
    struct ratio mean;
    const struct spatial_turns *turns; // per actor
};

// Weighs one dimension.
//
// Owner:   arena
// Errors:  TOO_LARGE above SPATIAL_ACTORS_MAX or SPATIAL_NUMBER_MAX; BAD_INPUT when nobody has
//          any weight
// Cost:    O(count + alternatives² log alternatives)
bool spatial_weigh(const struct spatial_line *line, struct arena *arena, struct spatial *spatial,
                   struct error *error) MUST_CHECK;

// The weight of those who are strictly nearer to alternative a than to alternative b.
int64_t spatial_support(const struct spatial *spatial, uint32_t a, uint32_t b);

#endif
