// SPDX-License-Identifier: Apache-2.0
// The small checker: looks at one outcome or one row at a time and shares nothing with the engine.

#ifndef ENTENTE_BARGAIN_VERIFY_H
#define ENTENTE_BARGAIN_VERIFY_H

#include "bargain/scenario.h"

// Whether the outcome keeps every rule and its time links can be met together.
// Cost: O(rules + points × links)
bool verify_allowed(const struct scenario *scenario, const uint32_t *outcome);
// Whether it crosses a red line of the party.
bool verify_crosses_red_line(const struct scenario *scenario, uint32_t party,
                             const uint32_t *outcome);
// Whether the outcome is allowed and gives exactly these values, by party.
bool verify_outcome(const struct scenario *scenario, const uint32_t *outcome,
                    const int64_t *values);
// Whether no row beats another and none comes twice; rows in any order. Cost: O(count^2 × width).
bool verify_front(const int64_t *rows, size_t count, uint32_t width);

// A claim about all outcomes, tried option by option: what cannot break it whatever is chosen for
// the issues left, rules or no rules, is left out.
enum proof {
    PROOF_HOLDS,
    PROOF_FAILS,
    PROOF_TOO_LONG, // undecided after the steps
};

// Whether no allowed outcome that crosses no red line has weights · values above the bound.
enum proof verify_bound(const struct scenario *scenario, const int64_t *weights, int64_t bound,
                        uint64_t steps);
// Whether no allowed outcome that crosses no red line gives every party its floor. Weights, none of
// them negative, help to see it sooner; NULL: none.
enum proof verify_unreached(const struct scenario *scenario, const int64_t *floor,
                            const int64_t *weights, uint64_t steps);

#endif
