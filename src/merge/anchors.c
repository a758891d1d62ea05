// SPDX-License-Identifier: Apache-2.0
#include "merge/anchors.h"

#include <stdlib.h>
#include <string.h>

#define ABSENT UINT32_MAX
#define REPEATED (UINT32_MAX - 1)

// What is known of one group: where it stands in each row, or that it stands there twice.
struct group {
    uint32_t hash; // 0: the slot is free
    uint32_t base;
    uint32_t draft;
};

static uint64_t mix(uint64_t hash, uint32_t number)
{
    hash = (hash ^ number) * 0x9e3779b97f4a7c15u;
    return hash ^ hash >> 29;
}

static uint32_t group_hash(const uint32_t *numbers, uint32_t width)
{
    uint64_t hash = width;
    for (uint32_t i = 0; i < width; i++)
        hash = mix(hash, numbers[i]);
    uint32_t folded = (uint32_t)(hash ^ hash >> 32);
    return folded == 0 ? 1 : folded;
}

struct table {
    struct group *groups;
    size_t mask;
    struct ids base;
    struct ids draft;
    uint32_t width;
};

static bool holds(const struct table *table, const struct group *group, const uint32_t *numbers)
{
    const uint32_t *known = NULL;
    if (group->base < REPEATED)
        known = table->base.items + group->base;
    else if (group->draft < REPEATED)
        known = table->draft.items + group->draft;
    // A group that is repeated on both sides is no anchor whatever it holds.
    return !known || memcmp(known, numbers, table->width * sizeof *numbers) == 0;
}

static struct group *group_of(const struct table *table, const uint32_t *numbers)
{
    uint32_t hash = group_hash(numbers, table->width);
    size_t slot = hash & table->mask;
    while (table->groups[slot].hash != 0) {
        struct group *group = &table->groups[slot];
        if (group->hash == hash && holds(table, group, numbers))
            return group;
        slot = (slot + 1) & table->mask;
    }
    table->groups[slot] = (struct group){hash, ABSENT, ABSENT};
    return &table->groups[slot];
}

static void note_groups(const struct table *table, struct ids row, bool is_base)
{
    for (uint32_t i = 0; i + table->width <= row.count; i++) {
        struct group *group = group_of(table, row.items + i);
        uint32_t *where = is_base ? &group->base : &group->draft;
        *where = *where == ABSENT ? i : REPEATED;
    }
}

// Runs that touch on the same diagonal are one.
static void add_group(struct list *runs, uint32_t base, uint32_t draft, uint32_t width)
{
    if (runs->count > 0) {
        struct run *last = LIST_AT(runs, struct run, runs->count - 1);
        uint32_t step = base - last->base;
        if (step <= last->count && draft == last->draft + step) {
            last->count = step + width;
            return;
        }
    }
    *LIST_ADD(runs, struct run) = (struct run){base, draft, width};
}

void anchors_find(struct ids base, struct ids draft, uint32_t width, struct list *runs)
{
    size_t slots = 64;
    while (slots < ((size_t)base.count + draft.count) + 64)
        slots *= 2;
    struct arena *arena = arena_open();
    struct table table = {ARENA_ARRAY(arena, struct group, slots), slots - 1, base, draft, width};
    note_groups(&table, base, true);
    note_groups(&table, draft, false);
    for (uint32_t i = 0; i + width <= base.count; i++) {
        const struct group *group = group_of(&table, base.items + i);
        if (group->base == i && group->draft < REPEATED)
            add_group(runs, i, group->draft, width);
    }
    arena_close(arena);
}

// A Fenwick tree of prefix maxima over the rank of the draft position.
struct best {
    uint64_t weight;
    uint32_t run; // index + 1, 0: none
};

static struct best best_before(const struct best *tree, size_t rank)
{
    struct best best = {0, 0};
    for (; rank > 0; rank -= rank & -rank)
        if (tree[rank].weight > best.weight)
            best = tree[rank];
    return best;
}

static void best_set(struct best *tree, size_t count, size_t rank, struct best value)
{
    for (; rank <= count; rank += rank & -rank)
        if (value.weight > tree[rank].weight)
            tree[rank] = value;
}

struct draft_order {
    uint32_t draft;
    uint32_t run;
};

static int by_draft(const void *a, const void *b)
{
    uint32_t x = ((const struct draft_order *)a)->draft;
    uint32_t y = ((const struct draft_order *)b)->draft;
    return (x > y) - (x < y);
}

void anchors_chain(const struct run *runs, size_t count, bool *keep)
{
    if (count == 0)
        return;
    struct arena *arena = arena_open();
    struct draft_order *order = ARENA_ARRAY(arena, struct draft_order, count);
    size_t *rank = ARENA_ARRAY(arena, size_t, count);
    for (size_t i = 0; i < count; i++)
        order[i] = (struct draft_order){runs[i].draft, (uint32_t)i};
    qsort(order, count, sizeof *order, by_draft);
    for (size_t i = 0; i < count; i++)
        rank[order[i].run] = i + 1;
    struct best *tree = ARENA_ARRAY(arena, struct best, count + 1);
    uint32_t *before = ARENA_ARRAY(arena, uint32_t, count);
    struct best heaviest = {0, 0};
    for (size_t i = 0; i < count; i++) {
        struct best chain = best_before(tree, rank[i] - 1);
        before[i] = chain.run;
        struct best longer = {chain.weight + runs[i].count, (uint32_t)i + 1};
        best_set(tree, count, rank[i], longer);
        if (longer.weight > heaviest.weight)
            heaviest = longer;
    }
    for (uint32_t run = heaviest.run; run != 0; run = before[run - 1])
        keep[run - 1] = true;
    arena_close(arena);
}
