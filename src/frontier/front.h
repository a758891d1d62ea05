// SPDX-License-Identifier: Apache-2.0
// Pareto fronts of the outcomes of a diagram.

#ifndef ENTENTE_FRONTIER_FRONT_H
#define ENTENTE_FRONTIER_FRONT_H

#include "frontier/descent.h"

// Points that no outcome of the region beats, each once, in falling lexicographic order.
struct front {
    uint32_t party_count;
    size_t count;
    const struct front_store *store; // NULL: no points
    const uint32_t *picked;          // the points of the store; NULL: all
};

// The front of the outcomes in the region. Without a floor and cuts: the front of all.
//
// With a slack only a part of the points is found: each point of the true front has one among them
// that gives no party less by more than slack × the number of levels.
//
// Owner:   arena; borrows the diagram
// Errors:  STOPPED when the budget is spent or a limit on labels or memory is reached, or the
//          diagram is loose
bool front_find(const struct diagram *diagram, const struct region *region, struct budget *budget,
                struct arena *arena, struct front *front, struct error *error) MUST_CHECK;

// The same for a descent without a slack, in parts: true when it has come to its end. Before that it can
// be gone on with under another budget, unless it has stopped. A region without floor and cuts; a level
// whose rows alone would take more steps than are left is not begun, one whose comparisons do is stopped.
bool front_go_on(struct descent *descent, const struct region *region, struct budget *budget);

// The labels at the end of a descent as a front.
// Owner: arena; the descent may be closed
void front_take(const struct descent *descent, struct arena *arena, struct front *front);

// The given outcomes as a front: those that no other of them beats.
//
// outcomes  outcomes[i][level] is the option taken at that level of the diagram; all are ways of it
// Owner:    arena
void front_of_outcomes(const struct diagram *diagram, uint32_t *const *outcomes, size_t count,
                       struct arena *arena, struct front *front);

// Flat options by issue as front_of_outcomes takes them: the option taken at each level of the diagram.
uint32_t *front_outcome_by_level(const struct diagram *diagram, const uint32_t *outcome,
                                 struct arena *arena);

// Writes the values of point i into `row`, and gives it back.
const int64_t *front_point(const struct front *front, size_t i, int64_t *row);
// The lexicographically first outcome with the values of point i: option numbers by issue.
void front_outcome(const struct front *front, size_t i, uint32_t *outcome);
// How many outcomes have the values of point i, and of any point; as digits. Not known, and less
// than the truth, where the front was found with a slack.
// Owner: arena
struct str front_ways(const struct front *front, size_t i, struct arena *arena);
struct str front_all_ways(const struct front *front, struct arena *arena);

// The points that give every party its floor, as a front of its own that borrows the first.
// Owner: arena
struct front front_above(const struct front *front, const int64_t *floor, struct arena *arena);
// The first point, from point `from` on, that gives every party its floor; the count where none does.
// Cost: a few instructions for each point passed over
size_t front_next_above(const struct front *front, size_t from, const int64_t *floor);
// The most that each party has in a point that gives every party its floor (NULL: in any point).
// Result: false where no point does
bool front_most(const struct front *front, const int64_t *floor, int64_t *most);
// Whether a front borrowed from another one has kept all of its points.
bool front_is_whole(const struct front *above, const struct front *front);

#endif
