// SPDX-License-Identifier: Apache-2.0
#include "bargain/bag.h"

#include "bargain/wide.h"

#include <string.h>

struct bag bag_make(uint32_t width, uint32_t way_words)
{
    struct bag bag = {
        .arena = arena_open(), .width = width, .way_words = way_words, .slot_count = 256};
    bag.slots = ARENA_ARRAY(bag.arena, uint32_t, bag.slot_count);
    return bag;
}

void bag_free(struct bag *bag)
{
    arena_close(bag->arena);
    bag->arena = NULL;
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

static void grow_slots(struct bag *bag)
{
    bag->slot_count *= 4;
    bag->slots = ARENA_ARRAY(bag->arena, uint32_t, bag->slot_count);
    size_t mask = bag->slot_count - 1;
    for (size_t i = 0; i < bag->count; i++) {
        size_t slot = hash(bag->nodes[i], bag->rows + i * bag->width, bag->width) & mask;
        while (bag->slots[slot] != 0)
            slot = (slot + 1) & mask;
        bag->slots[slot] = (uint32_t)i + 1;
    }
}

static void grow(struct bag *bag)
{
    size_t old = bag->count;
    size_t more = old == 0 ? 128 : old * 2;
    size_t row = bag->width * sizeof(int64_t);
    bag->rows = arena_extend(bag->arena, bag->rows, old * row, more * row);
    size_t way = bag->way_words * sizeof(uint64_t);
    bag->ways = arena_extend(bag->arena, bag->ways, old * way, more * way);
    bag->nodes =
        arena_extend(bag->arena, bag->nodes, old * sizeof(uint32_t), more * sizeof(uint32_t));
    bag->capacity = more;
}

void bag_add(struct bag *bag, uint32_t node, const int64_t *row, const uint64_t *ways)
{
    size_t mask = bag->slot_count - 1;
    size_t slot = hash(node, row, bag->width) & mask;
    for (; bag->slots[slot] != 0; slot = (slot + 1) & mask) {
        size_t at = bag->slots[slot] - 1;
        if (bag->nodes[at] != node ||
            memcmp(bag->rows + at * bag->width, row, bag->width * sizeof *row) != 0)
            continue;
        wide_add(bag->ways + at * bag->way_words, ways, bag->way_words);
        return;
    }
    if (bag->count == bag->capacity)
        grow(bag);
    size_t at = bag->count++;
    memcpy(bag->rows + at * bag->width, row, bag->width * sizeof *row);
    memcpy(bag->ways + at * bag->way_words, ways, bag->way_words * sizeof *ways);
    bag->nodes[at] = node;
    bag->slots[slot] = (uint32_t)at + 1;
    if (bag->count * 2 > bag->slot_count)
        grow_slots(bag);
}
