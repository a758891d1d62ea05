// SPDX-License-Identifier: Apache-2.0
// Rows with multiplicities: how many partial packages of a node have the same sums.

#ifndef ENTENTE_BARGAIN_BAG_H
#define ENTENTE_BARGAIN_BAG_H

#include "base/arena.h"

struct bag {
    struct arena *arena;
    uint32_t width;
    size_t count;
    size_t capacity;
    int64_t *rows;
    uint64_t *ways;
    uint32_t *nodes; // a row belongs to a node; equal rows of two nodes are two entries
    uint32_t *slots; // open addressing: entry + 1
    size_t slot_count;
    bool has_overflowed; // some multiplicity left 64 bits; the bag is of no use then
};

struct bag bag_make(uint32_t width);
void bag_free(struct bag *bag);
// Adds `ways` to the entry (node, row), which is made when it is new.
void bag_add(struct bag *bag, uint32_t node, const int64_t *row, uint64_t ways);

#endif
