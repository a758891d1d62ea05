// SPDX-License-Identifier: Apache-2.0
// The text on the table, as a package: who is below reserve, what all prefer, which trades help.

#ifndef ENTENTE_ADVICE_DRAFT_H
#define ENTENTE_ADVICE_DRAFT_H

#include "frontier/solution.h"

// A trade of two issues against the draft: nobody is worse off, and two parties or more are better.
struct trade {
    struct choice first; // what the draft changes to
    struct choice second;
    int64_t gains[SCENARIO_PARTIES_MAX]; // by party
    uint32_t gives_first; // the party that loses most on the first issue; UINT32_MAX: none
    uint32_t gives_second;
};

struct draft {
    bool is_cut; // not all of what follows could be found within the budget
    const uint32_t *package;
    const int64_t *values;         // by party
    bool is_allowed;               // by rules and time network
    bool *crosses_red_line;        // by party
    struct tally at_least_as_good; // allowed packages that give nobody less, itself counted in
    struct front better;           // the points of the front that give nobody less
    bool has_verdict;              // the next is known
    const uint32_t *beaten_by;     // an allowed package better for somebody and worse for nobody;
    const int64_t *beaten_values;  // NULL: there is none, the draft is efficient
    bool is_beaten_for_all;        // that package is better for every party and crosses no red line
    const struct trade *trades;    // the largest smallest gain first, then the largest sum
    size_t trade_count;
};

// Reads "0,2,1", one option for each issue by number or name, or "Seat=Aland, Term=2",
// in any order; every issue must be named once. Names are taken as long as they fit, so that commas
// in them do no harm; in double quotes a name may hold anything, a quote doubled.
bool draft_read(const struct scenario *scenario, struct str text, struct arena *arena,
                uint32_t *package, struct error *error) MUST_CHECK;

// Looks at a package in the light of the solution, whose diagrams it uses. Each part of the answer
// has a part of the budget; what it does not suffice for is left out, and is_cut says so.
// Owner:   arena
void draft_weigh(const struct solution *solution, const uint32_t *package, struct budget *budget,
                 struct arena *arena, struct draft *draft);

// Reads "Seat=Aland, Term=two years": options of some issues, each named with its issue, as choices.
// what     is read, for errors: "the rule"
// Owner:   arena
// Errors:  MISUSE quoting what could not be read
bool draft_read_part(const struct scenario *scenario, const char *what, struct str text,
                     struct arena *arena, const struct choice **choices, size_t *count,
                     struct error *error) MUST_CHECK;

#endif
