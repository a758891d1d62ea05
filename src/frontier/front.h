// SPDX-License-Identifier: Apache-2.0
// Pareto fronts of the packages of a diagram.

#ifndef ENTENTE_FRONTIER_FRONT_H
#define ENTENTE_FRONTIER_FRONT_H

#include "bargain/diagram.h"

// Only packages with weights · worths >= least are wanted.
struct cut {
    const int64_t *weights; // by party, none negative
    const int64_t *to_go;   // by node: the most of weights · worths on the way to the end
    int64_t least;
};

// Which part of the front is wanted.
struct region {
    const int64_t *floor; // by party: the least it must get; NULL: no floor
    const struct cut *cuts;
    size_t cut_count;
    const int64_t *slack; // by party, NULL: none; see front_find
    size_t label_limit;   // partial packages held at one level; 0: no limit
};

// Points that no package of the region beats, each once.
// 1. points are in falling lexicographic order. 2. ways[i] packages have the worths of row i
// (UINT64_MAX: that many or more).
struct front {
    uint32_t party_count;
    size_t count;
    const int64_t *points; // rows of party_count
    const uint64_t *ways;
    const uint32_t *labels; // where the way of row i begins in the last of the tables below
    const struct diagram *diagram;
    uint32_t *const *parents; // by level: where the label of the level before stands
    uint32_t *const *arcs;    // by level: the arc taken
};

// The front of the packages in the region. Without a floor and cuts: the front of all.
//
// With a slack only a part of the points is found: each point of the true front has one among them
// that gives no party less by more than slack × the number of levels.
//
// Owner:   arena; borrows the diagram
// Errors:  STOPPED when the budget is spent or a limit on labels or memory is reached
bool front_find(const struct diagram *diagram, const struct region *region, struct budget *budget,
                struct arena *arena, struct front *front, struct error *error) MUST_CHECK;

// The lexicographically first package with the worths of row i: option numbers by issue.
void front_package(const struct front *front, size_t i, uint32_t *package);

// The rows that give every party its floor, as a front of its own that borrows the first.
struct front front_above(const struct front *front, const int64_t *floor, struct arena *arena);

const int64_t *front_point(const struct front *front, size_t i);
// All packages behind all points; UINT64_MAX: that many or more.
uint64_t front_ways(const struct front *front);

#endif
