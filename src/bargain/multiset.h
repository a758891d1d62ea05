// SPDX-License-Identifier: Apache-2.0
// Rows with multiplicities: how many partial outcomes of a node have the same sums.

#ifndef ENTENTE_BARGAIN_MULTISET_H
#define ENTENTE_BARGAIN_MULTISET_H

#include "base/arena.h"

struct multiset {
    struct arena *arena;
    uint32_t width;
    size_t count;
    size_t capacity;
    int64_t *rows;
    uint32_t way_words;
    uint64_t *ways;  // way_words each, lowest first
    uint32_t *nodes; // a row belongs to a node; equal rows of two nodes are two entries
    uint32_t *slots; // open addressing: entry + 1
    size_t slot_count;
};

// way_words  must hold the sum of all multiplicities
struct multiset multiset_make(uint32_t width, uint32_t way_words);
void multiset_free(struct multiset *multiset);
// Adds `ways` to the entry (node, row), which is made when it is new.
void multiset_add(struct multiset *multiset, uint32_t node, const int64_t *row,
                  const uint64_t *ways);

#endif
