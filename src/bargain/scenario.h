// SPDX-License-Identifier: Apache-2.0
// What is bargained over: issues with options, the parties' values, rules and time limits.

#ifndef ENTENTE_BARGAIN_SCENARIO_H
#define ENTENTE_BARGAIN_SCENARIO_H

#include "base/arena.h"
#include "base/error.h"

#define SCENARIO_PARTIES_MAX 64
#define SCENARIO_ISSUES_MAX 4096
#define SCENARIO_OPTIONS_MAX 100000 // of all issues together
#define SCENARIO_RULES_MAX 1000000
#define SCENARIO_SUMS_MAX 100 // of the rules
#define SCENARIO_POINTS_MAX 10000
// No sum of values of one party may leave ±VALUE_MAX, so that differences of two fit 64 bits.
#define VALUE_MAX ((int64_t)1 << 61)

// One option of one issue, both counted from 0.
struct choice {
    uint32_t issue;
    uint32_t option;
};

struct issue {
    struct str name;
    const struct str *options; // option_count names, at least one
    uint32_t option_count;
    uint32_t first; // the flat number of option 0: options of all issues are numbered in a row
};

// What a party adds to its sum when both options are taken; may be negative.
struct pair_value {
    struct choice a;
    struct choice b; // of another issue
    int64_t value;
};

struct scenario_party {
    struct str name;
    const int64_t *scores; // by flat option number
    const struct pair_value *pairs;
    size_t pair_count;
    int64_t reservation; // the least sum it accepts
    const struct choice *red_lines;
    size_t red_line_count;
};

enum rule_kind {
    RULE_EXCLUDES,    // not all of the choices together (one choice: never that option)
    RULE_REQUIRES,    // the first only with the second; exactly two choices
    RULE_EXACTLY_ONE, // one of the choices and no other of them
    RULE_SUM,         // the numbers of the choices that are taken add up within the ends of the sum
};

// The numbers of linked choices, as shares that make 100. INT64_MIN and INT64_MAX: no such end.
struct rule_sum {
    const int64_t *numbers; // by choice of the rule
    int64_t least;
    int64_t most;
    int64_t scale; // all of them are shown divided by this, a power of ten
};

struct rule {
    enum rule_kind kind;
    const struct choice *choices;
    size_t count;               // at least one
    const struct rule_sum *sum; // of RULE_SUM; else NULL
};

// t(to) - t(from) <= weight
struct time_link {
    uint32_t from;
    uint32_t to;
    int64_t weight;
};

// A link that holds when the option is taken.
struct timed_choice {
    struct choice choice;
    struct time_link link;
};

// 1. issues[i].first is the sum of the option counts before i; option_total the sum of all.
// 2. Every index stands within its bounds. 3. No sum of values leaves ±VALUE_MAX.
struct scenario {
    struct str name; // may be empty
    const struct issue *issues;
    uint32_t issue_count;
    uint32_t option_total;
    const struct scenario_party *parties;
    uint32_t party_count; // at least one
    const struct rule *rules;
    size_t rule_count;
    uint32_t point_count; // of the time network; 0: none
    const struct time_link *base_links;
    size_t base_link_count;
    const struct timed_choice *timed_choices;
    size_t timed_choice_count;
    int64_t scale; // values are shown divided by this; one scale for all parties, at least 1
    const struct str *notes; // what the reader wants a person to know, a line each
    size_t note_count;
};

// Holds the scenario to the invariants above and to the limits; every reader calls it last.
//
// source   the file's name, for errors
// Errors:  BAD_INPUT, or TOO_LARGE (place: the part, as "parties[1].scores")
bool scenario_check(const struct scenario *scenario, struct str source,
                    struct error *error) MUST_CHECK;

// The flat number of a choice.
uint32_t scenario_flat(const struct scenario *scenario, struct choice choice);
// The number of the issue or party with this name, or UINT32_MAX. Cost: O(names).
uint32_t scenario_issue_named(const struct scenario *scenario, struct str name);
uint32_t scenario_party_named(const struct scenario *scenario, struct str name);
// The option of an issue with this name, or UINT32_MAX.
uint32_t issue_option_named(const struct issue *issue, struct str name);

// The scenario with all its values and its scale times a factor above 0.
// Owner:   arena
// Errors:  TOO_LARGE
bool scenario_rescale(const struct scenario *scenario, int64_t factor, struct str source,
                      struct arena *arena, struct scenario *rescaled,
                      struct error *error) MUST_CHECK;

// Marks, by flat number, the options that cross a red line of this party, or of any when party is
// UINT32_MAX.
// Owner: arena
bool *scenario_red_options(const struct scenario *scenario, uint32_t party, struct arena *arena);

// What a party gets from a outcome (one option for each issue), pairs counted in.
int64_t scenario_value(const struct scenario *scenario, uint32_t party, const uint32_t *outcome);

#endif
