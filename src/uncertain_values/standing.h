// SPDX-License-Identifier: Apache-2.0
// Which packages the parties would accept: for sure, possibly, never.

#ifndef ENTENTE_UNCERTAIN_VALUES_STANDING_H
#define ENTENTE_UNCERTAIN_VALUES_STANDING_H

#include "uncertain_values/views.h"

enum standing {
    STANDING_NEVER,
    STANDING_POSSIBLY, // in some completions, not in others
    STANDING_SURELY,
    STANDING_OPEN, // not found out within the budget
};

// What one party makes of a package: it reaches the reserve and crosses no red line.
enum standing standing_of(const struct view *view, const uint32_t *package, struct budget *budget);

// What holds of two parties together.
enum standing standing_both(enum standing a, enum standing b);

// All parties: their completions are independent, so the least favourable standing is that of all.
enum standing standing_of_all(const struct views *views, const uint32_t *package,
                              struct budget *budget);

// How many feasible packages; `possibly` counts the sure ones in.
struct standings {
    struct tally surely;
    struct tally possibly;
};

// One more thing that counted packages must reach, beside the parties' reserves.
struct extra {
    uint32_t party;        // whose pairs count in
    const int64_t *scores; // by flat option number, in steps
    int64_t floor;         // scores and pairs must come up to this
};

// Counts the packages that all parties accept for sure (or possibly), or one of them does.
//
// party    UINT32_MAX: all
// extra    NULL: none; with one at most SCENARIO_PARTIES_MAX - 1 parties
// Result:  counted without listing when every view is exact; else what the bounds of single values
//          prove, so that it is no exact count
// Owner:   arena
// Errors:  STOPPED, TOO_LARGE when not even the packages can be laid out
bool standing_count(const struct views *views, uint32_t party, enum standing standing,
                    const struct extra *extra, struct budget *budget, struct arena *arena,
                    struct tally *tally, struct error *error) MUST_CHECK;

#endif
