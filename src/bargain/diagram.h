// SPDX-License-Identifier: Apache-2.0
// The decision diagram of all outcomes that the rules allow.
//
// Level by level one issue is decided. A node stands for all partial outcomes that leave the same
// rules pending; its arcs are the options still allowed. Every way from the root to the end is one
// outcome, and every allowed outcome is one way.

#ifndef ENTENTE_BARGAIN_DIAGRAM_H
#define ENTENTE_BARGAIN_DIAGRAM_H

#include "bargain/clauses.h"

struct arc {
    uint32_t option;
    uint32_t child; // a node of the next level
    uint32_t value; // row of values: what the option gives each party here
};

// 1. Node 0 is the root; the last level has one node, the end, without arcs.
// 2. Every node lies on a way from the root to the end; an empty diagram has no nodes at all.
struct diagram {
    uint32_t level_count; // issues
    uint32_t party_count;
    const uint32_t *order;       // order[level] is the issue decided there
    const uint32_t *level_first; // level_count + 2: nodes of a level stand in a row
    uint32_t node_count;         // 0: no outcome is allowed
    const uint32_t *arc_first;   // node_count + 1: arcs of a node stand in a row
    const struct arc *arcs;
    const int64_t *values; // rows of party_count
    uint32_t value_count;  // rows
    const int64_t *most; // by node, a row: the most each party can still get on the way to the end
    const int64_t *least;
    size_t words;                    // of a count
    const uint64_t *paths;           // by node, `words` each: ways to the end
    const struct scenario *scenario; // what it was made of, as diagram_make was given it
    struct clauses clauses;
    const bool *removed;
    bool is_loose; // some ways are not allowed (see loose_diagram.h)
};

// Builds the diagram; options whose flat number is marked in `removed` are left out (NULL: none).
//
// Owner:   arena; borrows the scenario, the clauses and `removed`
// Errors:  STOPPED when the budget is spent or the nodes would not fit budget->memory_bytes
// Cost:    O(arcs × rules pending at a time)
bool diagram_make(const struct scenario *scenario, struct clauses clauses, const bool *removed,
                  struct budget *budget, struct arena *arena, struct diagram *diagram,
                  struct error *error) MUST_CHECK;

// The same; STOPPED also as soon as a level has more than `width` nodes.
bool diagram_make_narrow(const struct scenario *scenario, struct clauses clauses,
                         const bool *removed, uint32_t width, struct budget *budget,
                         struct arena *arena, struct diagram *diagram,
                         struct error *error) MUST_CHECK;

bool diagram_is_empty(const struct diagram *diagram);
// The number of outcomes, as digits in the arena.
struct str diagram_count(const struct diagram *diagram, struct arena *arena);

#endif
