// SPDX-License-Identifier: Apache-2.0
// What the research platforms have in common: a domain of issues, and a profile for each party.

#ifndef ENTENTE_EXCHANGE_FOREIGN_SCENARIOS_DOMAIN_H
#define ENTENTE_EXCHANGE_FOREIGN_SCENARIOS_DOMAIN_H

#include "bargain/scenario.h"
#include "base/input_limits.h"
#include "base/list.h"
#include "base/names.h"
#include "exchange/bargain/fraction.h"

// The issues, as far as they are known.
// 1. option_names[i] has the options of issue i in their order, by their keys (domain_key).
struct domain {
    struct arena *arena;
    struct str name;           // may be empty
    struct list issues;        // struct issue
    struct names *issue_names; // in the order of the issues
    struct list option_names;  // struct names *
    struct list is_numeric;    // bool: options are known by their number, 100.0 as 100
    uint32_t option_total;
    struct list notes; // struct str: what a person ought to know
};

struct domain domain_make(struct arena *arena);

// Adds an issue. Options of a numeric issue that are the same number are the same option.
//
// options  `count` names, borrowed
// Errors:  BAD_INPUT: no options, an option or issue twice; TOO_LARGE: above SCENARIO_ISSUES_MAX or
//          SCENARIO_OPTIONS_MAX in all. The caller knows the place: to find it costs a look at the file
bool domain_add(struct domain *domain, struct str name, const struct str *options, size_t count,
                bool is_numeric, struct error *error) MUST_CHECK;

// The number of an issue, or of an option within its issue; NAMES_NONE when there is none.
uint32_t domain_issue(const struct domain *domain, struct str name);
uint32_t domain_option(const struct domain *domain, uint32_t issue, struct str option);
const struct issue *domain_issue_at(const struct domain *domain, uint32_t issue);

// The whole or decimal numbers low, low + step, … up to high, as texts.
//
// Result:  a list of struct str, false when step is not above 0, high below low, or the numbers are
//          more than `most`
bool domain_range(struct fraction low, struct fraction high, struct fraction step, size_t most,
                  struct arena *arena, struct list *values) MUST_CHECK;

// "buyer" of "talks/buyer.xml".
struct str domain_file_stem(struct str file);

// Adds a line to the notes.
void domain_note(struct domain *domain, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

enum reserve_kind {
    RESERVE_NUMBER, // reserve
    RESERVE_BID,    // the value of the options in reserve_bid
    RESERVE_LOWEST, // none: the worst package is as bad as no agreement
};

// One party before all have one scale. Its value of a package is the sum over the issues of weight ×
// evaluation, and the constant.
struct profile {
    struct str name;
    struct str file;
    struct fraction *weights;     // by issue
    struct fraction *evaluations; // by flat option number
    struct fraction constant;
    enum reserve_kind reserve_kind;
    struct fraction reserve;
    uint32_t *reserve_bid; // by issue: an option, or NAMES_NONE, which is worth 0
    bool is_near;          // a number had too many digits and was rounded
};

// All zero, with a reserve of the number 0.
struct profile profile_make(const struct domain *domain, struct str name, struct str file);

// Turns the profiles into a scenario with one scale for all: whole numbers that are the exact
// decimals times the scale. Where no such scale fits 64 bits, values are rounded and a note says so.
//
// profiles  struct profile; at least one. Names that stand twice are replaced by those of the files
// Owner:    domain->arena
// Errors:   those of scenario_check; TOO_LARGE when even whole numbers do not fit
bool domain_finish(struct domain *domain, const struct list *profiles, struct scenario *scenario,
                   struct error *error) MUST_CHECK;

#endif
