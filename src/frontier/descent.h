// SPDX-License-Identifier: Apache-2.0
// Partial outcomes carried down a diagram level by level, of each node those that none there beats.

#ifndef ENTENTE_FRONTIER_DESCENT_H
#define ENTENTE_FRONTIER_DESCENT_H

#include "frontier/dominance_filter.h"
#include "frontier/outcome_key.h"
#include "frontier/packing.h"
#include "frontier/table.h"

// Only outcomes with weights · values >= least are wanted.
struct cut {
    const int64_t *weights; // by party, none negative
    const int64_t *to_go;   // by node: the most of weights · values on the way to the end
    int64_t least;
};

// Which part of the front is wanted.
struct region {
    const int64_t *floor; // by party: the least it must get; NULL: no floor
    const struct cut *cuts;
    size_t cut_count;
    const int64_t *slack; // by party, NULL: none; see front_find
    size_t label_limit;   // partial outcomes held at one level; 0: no limit
};

struct covers;

// A label is all partial outcomes of one node with the same values: a record of `row_words` words
// for its packed row, `way_words` for how many they are, and the key of the first of them.
// 1. Labels stand by node, those of a node in falling order of rows. 2. None of a node beats another
// one of that node.
struct descent {
    const struct diagram *diagram;
    struct arena *arena; // of what lives as long as the descent
    struct budget *budget;
    struct packing packing;
    struct outcome_keys keys;
    uint32_t way_words;
    uint32_t level;      // issues decided
    struct table labels; // of this level
    struct table spare;  // of the level before
    size_t *first;       // by node of the level: its first label; and one more
    struct dominance_filter *filter;
    uint64_t visits;             // of the filter that are paid for
    uint64_t *row;               // the candidate in hand
    bool is_stopped;             // a step ended early: no more can be made
    bool knows_covers;           // the next one is found
    const struct covers *covers; // in the arena: which nodes cover which; NULL: none does
};

// Stands at the root with the empty outcome. The diagram must not be empty.
// Owner: the caller closes it; borrows diagram, budget and slack
struct descent *descent_open(const struct diagram *diagram, const int64_t *slack,
                             struct budget *budget);
void descent_close(struct descent *descent);

// Decides one issue more; what the region does not want is left out.
// Result: false when the budget is spent or a limit on labels or memory is reached
// Cost:   a sort step and a filter step for each label and arc
bool descent_step(struct descent *descent, const struct region *region);

// The steps that deciding one issue more takes; fewer where the region leaves something out.
uint64_t descent_step_cost(const struct descent *descent);

// Leaves out the labels that are not marked.
void descent_thin(struct descent *descent, const bool *keep);

// The parts of label i.
static inline uint64_t *label_row(const struct descent *descent, size_t i)
{
    return table_at(&descent->labels, i);
}
static inline uint64_t *label_ways(const struct descent *descent, size_t i)
{
    return label_row(descent, i) + descent->packing.words;
}
static inline uint64_t *label_key(const struct descent *descent, size_t i)
{
    return label_ways(descent, i) + descent->way_words;
}

#endif
