// SPDX-License-Identifier: Apache-2.0
// All that follows from one party's statements for each issue by itself, and what binds several.

#ifndef ENTENTE_UNCERTAIN_VALUES_BOUNDS_H
#define ENTENTE_UNCERTAIN_VALUES_BOUNDS_H

#include "base/budget.h"
#include "uncertain_values/values.h"

#define BOUNDS_LINKS_MAX 20000 // inequalities that bind several issues, of one party

struct term {
    uint32_t flat;
    int64_t factor;
};

// sum of factor × score + reserve_factor × reserve >= at_least
struct score_link {
    const struct term *terms; // different options, no factor is 0
    size_t term_count;
    int64_t reserve_factor;
    int64_t at_least;
    struct str words;
};

// Numbers in steps of VALUE_STEP. least, most and leads are tight for each issue by itself: each is
// met in some completion that the links do not bind. When there is no link they are tight at all.
struct bounds {
    const struct scenario *scenario;
    uint32_t party;
    const int64_t *least; // by flat option number
    const int64_t *most;
    // By issue: gaps[a × (options + 1) + b], the largest score(a) - score(b); NULL: nothing compares
    // its options, and the gap is most[a] - least[b].
    const int64_t *const *gaps;
    const struct pair_value *pairs; // the party's, in steps
    size_t pair_count;
    int64_t reserve_least;
    int64_t reserve_most;
    const struct score_link *links;
    size_t link_count;
    bool has_reserve_links;
    const bool *is_linked; // by issue
};

// Draws the conclusions.
//
// Result:  false in *is_possible when the statements contradict one another; *contradiction then
//          says in one line which, and of which issue
// Owner:   arena; borrows uncertain
// Errors:  BAD_INPUT: best and worst option of an issue that matters more are not known;
//          TOO_LARGE: more than UNCERTAIN_ORDERED_MAX options are compared in one issue, or there
//          are more than BOUNDS_LINKS_MAX links; STOPPED
// Cost:    O(options³) for an issue whose options are compared
bool bounds_find(const struct uncertain *uncertain, uint32_t party, struct budget *budget,
                 struct arena *arena, struct bounds *bounds, bool *is_possible,
                 struct str *contradiction, struct error *error) MUST_CHECK;

// The largest score(a) - score(b) for options of one issue, links left aside; never below the truth.
int64_t bounds_gap(const struct bounds *bounds, uint32_t issue, uint32_t a, uint32_t b);

// The options of an issue that are surely best and worst; false when that is not known.
bool bounds_extremes(const struct bounds *bounds, uint32_t issue, uint32_t *best, uint32_t *worst);

// The value of a number in steps; what is left, steps - value × VALUE_STEP, may be below 0.
int64_t steps_value(int64_t steps);
// The whole numbers at or below and at or above a number in steps.
int64_t steps_floor(int64_t steps);
int64_t steps_ceiling(int64_t steps);

#endif
