// SPDX-License-Identifier: Apache-2.0
// The answer to a scenario with uncertain values: how many packages, and which.

#ifndef ENTENTE_UNCERTAIN_VALUES_ASSESS_H
#define ENTENTE_UNCERTAIN_VALUES_ASSESS_H

#include "uncertain_values/efficient.h"

#define ASSESS_ALL_MAX 5000 // feasible packages of which each is looked at
#define ASSESS_SOME_MAX 200 // packages listed where there are more

struct assessed {
    const uint32_t *package;
    const enum standing *for_each; // by party
    enum standing for_all;
    struct efficiency efficiency;
    const int64_t *least; // by party: bounds on its value, in steps
    const int64_t *most;
};

struct undominated_counts {
    uint64_t surely;
    uint64_t possibly; // the sure ones counted in
    uint64_t never;
    uint64_t open; // not decided within the budget
};

struct assessment {
    const struct views *views;
    struct str packages;
    struct str feasible;
    struct standings for_all;
    const struct standings *for_each;      // by party
    bool is_complete;                      // every feasible package is among the listed ones
    struct undominated_counts undominated; // of the listed ones
    const struct assessed *listed; // acceptable for sure first, then possibly; then the undominated
    size_t listed_count;
    bool is_stopped; // the budget was spent: counts are bounds, and packages may be missing
};

// Finds all of it. Above ASSESS_ALL_MAX feasible packages only some are listed: those acceptable
// for sure, then possibly.
//
// Owner:   arena; borrows views
// Errors:  TOO_LARGE. A budget spent is no error: what has been found until then is the result
bool assess(const struct views *views, struct budget *budget, struct arena *arena,
            struct assessment *assessment, struct error *error) MUST_CHECK;

// One package by itself.
struct assessed assess_package(const struct views *views, const uint32_t *package,
                               struct budget *budget, struct arena *arena);

#endif
