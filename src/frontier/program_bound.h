// SPDX-License-Identifier: Apache-2.0
// Bounds in whole numbers on the share that what is left of a program can reach.

#ifndef ENTENTE_FRONTIER_PROGRAM_BOUND_H
#define ENTENTE_FRONTIER_PROGRAM_BOUND_H

#include "bargain/wide.h"
#include "frontier/blend.h"

// For any weights of measures and rules, none negative: no outcome of what is left has a share above
// `above / below`, as the weighted sum of all measures is at most the best option of each issue by
// its own, rules paid for. below is 0 when no measure with a range has weight: then `above` below 0
// shows that nothing is left.
struct program_bound {
    int64_t *weights; // by measure
    struct ratio share;
    int64_t *value; // by option: its weighted sum, what it uses of rules paid
    int64_t *best;  // by issue: the largest of those not out
};

// The measures and one more for each end of the program's sums. These have no range: no outcome with a
// share stands below their base. Owner: work
struct measures measures_with_sums(const struct choice_program *program,
                                   const struct measures *measures, struct arena *work);

// The largest weight for which no weighted sum leaves 2^60; 0: the values are too large for any.
int64_t program_weight_limit(const struct choice_program *program, const struct measures *measures);

// Owner: arena
struct program_bound program_bound_room(const struct choice_program *program,
                                        const struct measures *measures, struct arena *arena);
// Rounds the multipliers (by measure, then by rule) to whole weights and bounds what is left.
//
// Result:  false when no multiplier is above 0
void program_bound_make(const struct choice_program *program, const struct measures *measures,
                        const struct choices_left *left, const double *multipliers, int64_t limit,
                        struct program_bound *bound);
// The same with an option taken: what the share is at most.
struct ratio program_bound_with(const struct program_bound *bound, uint32_t issue, uint32_t option);

#endif
