// SPDX-License-Identifier: Apache-2.0
// How a solution is put together: what its parts share. For the files solution*.c alone.

#ifndef ENTENTE_FRONTIER_SOLUTION_PARTS_H
#define ENTENTE_FRONTIER_SOLUTION_PARTS_H

#include "frontier/descent.h"
#include "frontier/solution.h"

#define DIRECT_STEPS ((uint64_t)300 * 1000 * 1000) // of all points together, without the front
#define ALONE_STEPS ((uint64_t)6000 * 1000 * 1000) // of points, when nothing else is asked for

struct solver {
    const struct scenario *scenario;
    const struct solution_request *request;
    struct budget *budget;
    struct arena *arena;
    struct error *error;
    struct solution *solution;
    struct clauses clauses;
    struct front wide; // of all outcomes without red lines, once it is found
    struct descent
        *begun[2]; // toward the front of all outcomes, and toward the wide one; NULL: not begun
    struct budget direct; // the part of the budget that points may use without the front
    bool is_bare;         // not even the rules could be laid out: little can be said
    int64_t *reserve;
    bool has_red_lines;
};

// The best for each party over the rows that reach the floor (NULL: all); NULL when no row does.
int64_t *solution_best_of(const struct front *front, const int64_t *floor, struct arena *arena);
// What the whole front tells: its worst for each, how far all reserves may rise or must sink.
void solution_measure_front(struct solver *solver);

// The fair points of the acceptable front.
void solution_points(struct solver *solver);
// The points of these kinds that are not known yet, without the front, within solver->direct.
void solution_points_directly(struct solver *solver, unsigned bits);
// One of the kinds that need nothing but the reserves.
void solution_point_directly(struct solver *solver, enum point_kind kind, struct budget *budget);
void solution_uniform_concession(struct solver *solver);

// The answer where the rules entangle too many issues for a diagram that keeps them all.
void solution_loosely(struct solver *solver);
// Counts there: at least as many outcomes as were met.
void solution_count_loosely(struct solver *solver);

// What is said when the budget has come to its end: each of these takes a short while of its own, a
// fixed number of steps, which no flag stops.
//
// A diagram that keeps none of the rules between issues. Errors: TOO_LARGE
bool solution_bare_diagram(struct solver *solver, const bool *removed, struct diagram *diagram);
// For every point that is not proved the best outcome that was met for any of them, and what bounds it.
void solution_unproved(struct solver *solver);
// A part of the front: the slack is doubled until no level has more partial outcomes than label_limit.
bool solution_subset(struct solver *solver, struct budget *budget, size_t label_limit);
// The best packages met and what no package is above, for what was not proved; a part of the front.
void solution_end(struct solver *solver);

#endif
