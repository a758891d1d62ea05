// SPDX-License-Identifier: Apache-2.0
// What is known of values that nobody has stated in full: intervals, orders, comparisons.
//
// A completion is any choice of one real number for every score and reserve that fits all that is
// stated; strict preferences are strict. Questions are asked of all completions at once: "for sure"
// means in every one of them, "possibly" in at least one.
//
// Source: Hazen 1986 and Weber 1987 for dominance and optimality under partial information on
//         additive values; Sarabando and Dias 2010 for ordinal information between parties. In
//         contrast to SMAA (Lahdelma and others 1998) nothing is assumed about which completion is
//         likely, so no share of completions is ever given.

#ifndef ENTENTE_UNCERTAIN_VALUES_VALUES_H
#define ENTENTE_UNCERTAIN_VALUES_VALUES_H

#include "bargain/scenario.h"

// Numbers are carried as value × VALUE_STEP + steps, where a step is smaller than any number and
// larger than 0: strictly above 5 is 5 and one step. As many steps as there are options never reach
// half of VALUE_STEP, so whole numbers of 64 bits compare as such pairs do.
#define VALUE_STEP ((int64_t)1 << 20)
// No sum of one party's values may leave this, so that its multiple by VALUE_STEP keeps VALUE_MAX.
#define UNCERTAIN_VALUE_MAX ((int64_t)1 << 40)
#define UNCERTAIN_ORDERED_MAX 256      // options of an issue whose options are compared
#define UNCERTAIN_STATEMENTS_MAX 10000 // of one party

enum statement_kind {
    STATEMENT_PREFERS, // left is worth more than right
    STATEMENT_EQUALS,  // as much as
    STATEMENT_MATTERS, // the swing of one issue, best less worst, is above that of another
    STATEMENT_ACCEPTS, // left, a whole package, reaches the reserve
    STATEMENT_REJECTS, // left, a whole package, does not
};

// What a party has said or let show. Left and right name options of the same issues, each once and
// rising; all else counts as equal.
struct value_statement {
    enum statement_kind kind;
    bool or_equal; // of PREFERS and MATTERS: not strictly
    const struct choice *left;
    size_t left_count;
    const struct choice *right;
    size_t right_count;
    uint32_t more; // STATEMENT_MATTERS: the issue with the larger swing
    uint32_t less;
    struct str words; // for people, never empty: "Aland" over "Borduria" (rankings[0])
};

struct stated_party {
    bool is_exact;        // nothing about it is uncertain
    const int64_t *least; // by flat option number
    const int64_t *most;
    const struct value_statement *statements;
    size_t statement_count;
    bool has_reserve; // false: anywhere between its worst and its best package
    int64_t reserve_least;
    int64_t reserve_most;
    bool reserve_is_below; // strictly below reserve_most
};

// 1. scenario->parties[p] holds names, pairs and red lines; its scores and reserve are not used.
// 2. least[o] <= most[o]. 3. No sum of values leaves ±UNCERTAIN_VALUE_MAX.
struct uncertain {
    const struct scenario *scenario;
    const struct stated_party *parties;
};

// Holds it to the invariants above; every reader calls it last, after scenario_check.
// Errors: BAD_INPUT, TOO_LARGE naming the party
bool uncertain_check(const struct uncertain *uncertain, struct str source,
                     struct error *error) MUST_CHECK;

#endif
