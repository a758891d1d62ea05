// SPDX-License-Identifier: Apache-2.0
// The whole exact answer to a scenario.

#ifndef ENTENTE_BARGAIN_SOLUTION_H
#define ENTENTE_BARGAIN_SOLUTION_H

#include "bargain/counts.h"
#include "bargain/points.h"

// What one party lowering its reserve buys.
struct concession {
    uint32_t party;
    int64_t lower_by;
    struct tally acceptable;
    const int64_t *best_for_each; // by party, over the packages acceptable then; NULL: none is
};

// Rows and lists by party. Everything about acceptable packages is empty when there is none.
struct solution {
    const struct scenario *scenario;
    struct clashes clashes; // of the time network
    struct str packages;
    struct str logically_feasible; // the rules alone
    struct str feasible;           // rules and time network
    struct tally acceptable;
    const struct tally *acceptable_to_each;
    bool has_acceptable; // some package is acceptable
    bool has_front;      // the two fronts are complete; else the budget ran out
    struct front front;
    struct front acceptable_front;
    uint64_t efficient_packages; // UINT64_MAX: that many or more
    const int64_t *ideal_feasible;
    const int64_t *nadir_front;
    int64_t min_uniform_concession; // all reserves lowered by this: some package is acceptable
    const int64_t *ideal_acceptable;
    struct point points[POINT_KINDS];
    const struct concession *concessions;
    size_t concession_count;
    const struct diagram *feasible_diagram;
    const struct diagram *acceptable_diagram; // without the options that cross a red line
};

// Finds everything above.
//
// Owner:   arena; borrows the scenario
// Errors:  STOPPED, TOO_LARGE when not even the packages can be laid out within the budget
bool solution_find(const struct scenario *scenario, struct budget *budget, struct arena *arena,
                   struct solution *solution, struct error *error) MUST_CHECK;

#endif
