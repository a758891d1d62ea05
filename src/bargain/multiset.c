// SPDX-License-Identifier: Apache-2.0
//
// Equal rows are looked for in the node in hand alone, so the table of slots stays small enough for
// the processor's cache, and the rows come out in the order of their nodes.
#include "bargain/multiset.h"

#include "bargain/wide.h"

#include <string.h>

#define SLOTS_AT_FIRST 256u

struct multiset multiset_make(uint32_t width, uint32_t way_words)
{
    return (struct multiset){.arena = arena_open(), .width = width, .way_words = way_words};
}

void multiset_free(struct multiset *multiset)
{
    arena_close(multiset->arena);
    multiset->arena = NULL;
}

void multiset_start(struct multiset *multiset, uint32_t node_count)
{
    if (node_count > multiset->node_count || !multiset->first)
        multiset->first = ARENA_ARRAY(multiset->arena, size_t, (size_t)node_count + 1);
    multiset->node_count = node_count;
    multiset->node = UINT32_MAX;
    multiset->count = 0;
}

// An empty table of so many slots, in the memory of the last one where that suffices.
static void take_slots(struct multiset *multiset, size_t count)
{
    if (count > multiset->slot_capacity) {
        multiset->slots = ARENA_ARRAY(multiset->arena, uint64_t, count);
        multiset->slot_capacity = count;
    } else {
        memset(multiset->slots, 0, count * sizeof *multiset->slots);
    }
    multiset->slot_count = count;
}

void multiset_next_node(struct multiset *multiset)
{
    multiset->node++; // from UINT32_MAX to the first
    multiset->first[multiset->node] = multiset->count;
    if (multiset->node < multiset->node_count)
        take_slots(multiset, SLOTS_AT_FIRST);
}

static uint64_t hash_of(const int64_t *row, uint32_t width)
{
    uint64_t hash = UINT64_C(0x9e3779b97f4a7c15);
    for (uint32_t p = 0; p < width; p++) {
        hash = (hash ^ (uint64_t)row[p]) * UINT64_C(0xbf58476d1ce4e5b9);
        hash ^= hash >> 29;
    }
    return hash & ~(uint64_t)UINT32_MAX;
}

// Where the search for a row begins, told by the half of its hash that a slot keeps.
static size_t slot_of(uint64_t hash, size_t mask)
{
    return (size_t)(hash >> 32) & mask;
}

static void grow_slots(struct multiset *multiset)
{
    take_slots(multiset, multiset->slot_count * 4);
    size_t mask = multiset->slot_count - 1;
    for (size_t i = multiset->first[multiset->node]; i < multiset->count; i++) {
        uint64_t hash = hash_of(multiset->rows + i * multiset->width, multiset->width);
        size_t slot = slot_of(hash, mask);
        while (multiset->slots[slot] != 0)
            slot = (slot + 1) & mask;
        multiset->slots[slot] = hash | ((uint32_t)i + 1);
    }
}

static void grow(struct multiset *multiset)
{
    size_t old = multiset->count;
    size_t more = old == 0 ? 128 : old * 2;
    size_t row = multiset->width * sizeof(int64_t);
    multiset->rows = arena_extend_bare(multiset->arena, multiset->rows, old * row, more * row);
    size_t way = multiset->way_words * sizeof(uint64_t);
    multiset->ways = arena_extend_bare(multiset->arena, multiset->ways, old * way, more * way);
    multiset->capacity = more;
}

void multiset_add(struct multiset *multiset, const int64_t *row, const uint64_t *ways)
{
    size_t mask = multiset->slot_count - 1;
    uint32_t width = multiset->width;
    uint64_t hash = hash_of(row, width);
    size_t slot = slot_of(hash, mask);
    for (; multiset->slots[slot] != 0; slot = (slot + 1) & mask) {
        size_t at = (uint32_t)multiset->slots[slot] - 1;
        if ((multiset->slots[slot] ^ hash) > UINT32_MAX ||
            memcmp(multiset->rows + at * width, row, width * sizeof *row) != 0)
            continue;
        wide_add(multiset->ways + at * multiset->way_words, ways, multiset->way_words);
        return;
    }
    if (multiset->count == multiset->capacity)
        grow(multiset);
    size_t at = multiset->count++;
    memcpy(multiset->rows + at * width, row, width * sizeof *row);
    memcpy(multiset->ways + at * multiset->way_words, ways, multiset->way_words * sizeof *ways);
    multiset->slots[slot] = hash | ((uint32_t)at + 1);
    if ((multiset->count - multiset->first[multiset->node]) * 2 > multiset->slot_count)
        grow_slots(multiset);
}
