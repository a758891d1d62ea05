// SPDX-License-Identifier: Apache-2.0
#include "bargain/multiset.h"

#include "bargain/wide.h"

#include <string.h>

struct multiset multiset_make(uint32_t width, uint32_t way_words)
{
    struct multiset multiset = {
        .arena = arena_open(), .width = width, .way_words = way_words, .slot_count = 256};
    multiset.slots = ARENA_ARRAY(multiset.arena, uint32_t, multiset.slot_count);
    return multiset;
}

void multiset_free(struct multiset *multiset)
{
    arena_close(multiset->arena);
    multiset->arena = NULL;
}

static size_t hash(uint32_t node, const int64_t *row, uint32_t width)
{
    uint64_t h = (node + 1) * UINT64_C(0x9e3779b97f4a7c15);
    for (uint32_t p = 0; p < width; p++) {
        h = (h ^ (uint64_t)row[p]) * UINT64_C(0xbf58476d1ce4e5b9);
        h ^= h >> 29;
    }
    return (size_t)(h ^ h >> 32);
}

static void grow_slots(struct multiset *multiset)
{
    multiset->slot_count *= 4;
    multiset->slots = ARENA_ARRAY(multiset->arena, uint32_t, multiset->slot_count);
    size_t mask = multiset->slot_count - 1;
    for (size_t i = 0; i < multiset->count; i++) {
        size_t slot =
            hash(multiset->nodes[i], multiset->rows + i * multiset->width, multiset->width) & mask;
        while (multiset->slots[slot] != 0)
            slot = (slot + 1) & mask;
        multiset->slots[slot] = (uint32_t)i + 1;
    }
}

static void grow(struct multiset *multiset)
{
    size_t old = multiset->count;
    size_t more = old == 0 ? 128 : old * 2;
    size_t row = multiset->width * sizeof(int64_t);
    multiset->rows = arena_extend(multiset->arena, multiset->rows, old * row, more * row);
    size_t way = multiset->way_words * sizeof(uint64_t);
    multiset->ways = arena_extend(multiset->arena, multiset->ways, old * way, more * way);
    multiset->nodes = arena_extend(multiset->arena, multiset->nodes, old * sizeof(uint32_t),
                                   more * sizeof(uint32_t));
    multiset->capacity = more;
}

void multiset_add(struct multiset *multiset, uint32_t node, const int64_t *row,
                  const uint64_t *ways)
{
    size_t mask = multiset->slot_count - 1;
    size_t slot = hash(node, row, multiset->width) & mask;
    for (; multiset->slots[slot] != 0; slot = (slot + 1) & mask) {
        size_t at = multiset->slots[slot] - 1;
        if (multiset->nodes[at] != node ||
            memcmp(multiset->rows + at * multiset->width, row, multiset->width * sizeof *row) != 0)
            continue;
        wide_add(multiset->ways + at * multiset->way_words, ways, multiset->way_words);
        return;
    }
    if (multiset->count == multiset->capacity)
        grow(multiset);
    size_t at = multiset->count++;
    memcpy(multiset->rows + at * multiset->width, row, multiset->width * sizeof *row);
    memcpy(multiset->ways + at * multiset->way_words, ways, multiset->way_words * sizeof *ways);
    multiset->nodes[at] = node;
    multiset->slots[slot] = (uint32_t)at + 1;
    if (multiset->count * 2 > multiset->slot_count)
        grow_slots(multiset);
}
