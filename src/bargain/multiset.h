// SPDX-License-Identifier: Apache-2.0
// Rows with multiplicities: how many partial outcomes of a node have the same sums.

#ifndef ENTENTE_BARGAIN_MULTISET_H
#define ENTENTE_BARGAIN_MULTISET_H

#include "base/arena.h"

// 1. The rows of a node stand in a row, nodes in their order: those of node n of the level are
// [first[n], first[n + 1]). 2. No two rows of a node are equal.
struct multiset {
    struct arena *arena;
    uint32_t width;
    size_t count;
    size_t capacity;
    int64_t *rows;
    uint32_t way_words;
    uint64_t *ways; // way_words each, lowest first
    size_t *first;  // by node of the level, and one more
    uint32_t node_count;
    uint32_t node;   // the node that rows are added to
    uint64_t *slots; // of this node alone: the upper half of a row's hash, then its number + 1
    size_t slot_count;
    size_t slot_capacity;
};

// way_words  must hold the sum of all multiplicities
struct multiset multiset_make(uint32_t width, uint32_t way_words);
void multiset_free(struct multiset *multiset);
// Empties it for a level of so many nodes; its memory is kept. Rows are then added node by node.
void multiset_start(struct multiset *multiset, uint32_t node_count);
// Goes on to the next node of the level, the first one at first; after the last one it is whole.
void multiset_next_node(struct multiset *multiset);
// Adds `ways` to the row, which is made when it is new in this node.
void multiset_add(struct multiset *multiset, const int64_t *row, const uint64_t *ways);

#endif
