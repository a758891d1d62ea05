// SPDX-License-Identifier: Apache-2.0
// The whole exact answer to a scenario.

#ifndef ENTENTE_FRONTIER_SOLUTION_H
#define ENTENTE_FRONTIER_SOLUTION_H

#include "bargain/counts.h"
#include "frontier/direct.h"

// What one party lowering its reserve buys.
struct concession {
    uint32_t party;
    int64_t lower_by;
    struct tally acceptable;
    const int64_t *best_for_each; // by party, over the outcomes acceptable then; NULL: not known
};

// Rows and lists by party. What was not asked for, or could not be finished within the budget, is
// NULL, zero or not defined, and a note says so.
struct solution {
    const struct scenario *scenario;
    struct clashes clashes; // of the time network
    struct str outcomes;
    struct tally logically_feasible; // the rules alone
    struct tally feasible;           // rules and time network
    bool is_loose;                   // the diagrams keep only some rules: counts are bounds
    bool has_counts;                 // the next two
    struct tally acceptable;
    const struct tally *acceptable_to_each;
    bool has_front;                // the two fronts are complete
    struct front front;            // else a part of the front, when subset_error is there:
    struct front acceptable_front; // with each point left out goes one here that is worse for
    const int64_t *subset_error;   // nobody by more than this
    struct str efficient_outcomes; // behind all points of the front; empty: not known
    bool has_answer;               // it is known whether some outcome is acceptable
    bool has_acceptable;           // and one is
    const int64_t *ideal_feasible;
    const int64_t *nadir_front;
    bool has_uniform_concession;
    int64_t min_uniform_concession; // all reserves lowered by this: some outcome reaches them
    const int64_t *ideal_acceptable;
    struct fair_point points[POINT_KINDS];
    struct direct *direct[POINT_KINDS];   // how a point was proved without the front; else NULL
    struct direct *unproved[POINT_KINDS]; // how far the search for it came; NULL: it is not open
    struct concession *concessions;
    size_t concession_count;
    bool has_open_concessions; // for some of them only bounds are known of the outcomes acceptable
    const struct diagram *feasible_diagram;
    const struct diagram *acceptable_diagram; // without the options that cross a red line
    const int64_t *reserve;
    bool has_ended;   // the budget did before all was done
    bool is_cut;      // something that was asked for is missing; the note says what
    const char *note; // what could not be finished, a sentence; NULL: nothing
};

struct solution_request {
    bool points_only;      // no counts and no front
    bool without_front;    // counts and points, what is best for each, but no front
    unsigned point_bits;   // 1 << kind: the points wanted
    uint32_t layout_width; // nodes of a level before a loose diagram must do; 0: the default
    uint64_t front_steps;  // merges of partial outcomes before a front is given up; 0: the default
    const struct clashes *clashes; // of the time network, where they are known already; else NULL
    // By party how many outcomes it accepts, where that is known already: one that is not has no
    // digits. NULL: nothing is known.
    const struct tally *to_each;
};
extern const struct solution_request solution_all;
extern const struct solution_request solution_to_compare; // what prospects need

// Finds what is asked for. A front that is too large is given up, and the points are then found
// without it.
//
// Owner:   arena; borrows the scenario
// Errors:  STOPPED, TOO_LARGE when not even the outcomes can be laid out within the budget
bool solution_find(const struct scenario *scenario, const struct solution_request *request,
                   struct budget *budget, struct arena *arena, struct solution *solution,
                   struct error *error) MUST_CHECK;

#endif
