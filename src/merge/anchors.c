// SPDX-License-Identifier: Apache-2.0
#include "merge/anchors.h"

#include <stdlib.h>
#include <string.h>

#define REPEATED UINT32_MAX

// What is known of one group of the row: where it stands, or that it stands there twice.
struct group {
    uint32_t hash; // 0: the slot is free
    uint32_t at;
};

// Open addressing, a power of two of slots, at most half of them taken.
struct anchor_index {
    struct ids row;
    uint32_t width;
    struct group *groups;
    size_t mask;
};

static uint32_t group_hash(const uint32_t *numbers, uint32_t width)
{
    uint64_t hash = width;
    for (uint32_t i = 0; i < width; i++) {
        hash = (hash ^ numbers[i]) * 0x9e3779b97f4a7c15u;
        hash ^= hash >> 29;
    }
    uint32_t folded = (uint32_t)(hash ^ hash >> 32);
    return folded == 0 ? 1 : folded;
}

// The slot of these numbers, or the free one where they would go. Of a group that is repeated only
// the hash is known: two such that share it count as one, and neither is an anchor.
static struct group *group_of(const struct anchor_index *index, const uint32_t *numbers,
                              uint32_t hash)
{
    size_t slot = hash & index->mask;
    for (; index->groups[slot].hash != 0; slot = (slot + 1) & index->mask) {
        const struct group *group = &index->groups[slot];
        if (group->hash == hash &&
            (group->at == REPEATED ||
             memcmp(index->row.items + group->at, numbers, index->width * sizeof *numbers) == 0))
            break;
    }
    return &index->groups[slot];
}

struct anchor_index *anchor_index_make(struct ids row, uint32_t width, struct arena *arena)
{
    size_t slots = 8;
    while (slots < (size_t)row.count * 2)
        slots *= 2;
    struct anchor_index *index = ARENA_NEW(arena, struct anchor_index);
    *index = (struct anchor_index){row, width, ARENA_ARRAY(arena, struct group, slots), slots - 1};
    for (uint32_t i = 0; i + width <= row.count; i++) {
        uint32_t hash = group_hash(row.items + i, width);
        struct group *group = group_of(index, row.items + i, hash);
        *group = (struct group){hash, group->hash == 0 ? i : REPEATED};
    }
    return index;
}

// The run through an anchor, as far as both rows are equal; in the draft not before `draft_from`.
static struct run run_through(struct ids base, struct ids draft, uint32_t base_at,
                              uint32_t draft_at, uint32_t draft_from)
{
    struct run run = {base_at, draft_at, 0};
    while (run.base > 0 && run.draft > draft_from &&
           base.items[run.base - 1] == draft.items[run.draft - 1]) {
        run.base--;
        run.draft--;
    }
    while (run.base + run.count < base.count && run.draft + run.count < draft.count &&
           base.items[run.base + run.count] == draft.items[run.draft + run.count])
        run.count++;
    return run;
}

static int by_base(const void *a, const void *b)
{
    const struct run *x = a;
    const struct run *y = b;
    if (x->base != y->base)
        return (x->base > y->base) - (x->base < y->base);
    return (x->draft > y->draft) - (x->draft < y->draft);
}

static bool is_in_order_of_base(const struct list *runs)
{
    for (size_t i = 1; i < runs->count; i++)
        if (LIST_AT(runs, struct run, i - 1)->base > LIST_AT(runs, struct run, i)->base)
            return false;
    return true;
}

// The stretches of the base that two runs hold and a whole group lies in: it stands twice in the
// draft. In order, apart.
static struct list held_twice(const struct list *runs, uint32_t width, struct arena *arena)
{
    struct list twice = LIST_MAKE(arena, struct run);
    uint32_t taken = 0; // base numbers below it are held by a run before
    for (size_t i = 0; i < runs->count; i++) {
        const struct run *run = LIST_AT(runs, struct run, i);
        uint32_t end = run->base + run->count;
        uint32_t shared_end = end < taken ? end : taken;
        taken = end > taken ? end : taken;
        if (shared_end < run->base + width)
            continue;
        struct run *last = twice.count > 0 ? LIST_AT(&twice, struct run, twice.count - 1) : NULL;
        if (last && last->base + last->count >= run->base) {
            if (shared_end > last->base + last->count)
                last->count = shared_end - last->base;
            continue;
        }
        *LIST_ADD(&twice, struct run) = (struct run){run->base, 0, shared_end - run->base};
    }
    return twice;
}

static void add_piece(struct list *runs, struct run run, uint32_t from, uint32_t to, uint32_t width)
{
    if (to >= from + width)
        *LIST_ADD(runs, struct run) = (struct run){from, run.draft + (from - run.base), to - from};
}

// Takes out of all runs what stands twice in the draft: it says nothing of where it belongs.
static void drop_repeated(struct list *runs, uint32_t width)
{
    struct arena *arena = arena_open();
    struct list twice = held_twice(runs, width, arena);
    struct list pieces = LIST_MAKE(arena, struct run);
    size_t first = 0; // the first repeated stretch that a later run may meet
    for (size_t i = 0; twice.count > 0 && i < runs->count; i++) {
        struct run run = *LIST_AT(runs, struct run, i);
        uint32_t from = run.base;
        while (first < twice.count && LIST_AT(&twice, struct run, first)->base +
                                              LIST_AT(&twice, struct run, first)->count <=
                                          run.base)
            first++;
        for (size_t t = first; t < twice.count; t++) {
            const struct run *stretch = LIST_AT(&twice, struct run, t);
            if (stretch->base >= run.base + run.count)
                break;
            add_piece(&pieces, run, from, stretch->base, width);
            from = stretch->base + stretch->count;
        }
        add_piece(&pieces, run, from, run.base + run.count, width);
    }
    if (twice.count > 0) {
        list_sort(&pieces, by_base);
        list_cut(runs, 0);
        for (size_t i = 0; i < pieces.count; i++)
            *LIST_ADD(runs, struct run) = *LIST_AT(&pieces, struct run, i);
    }
    arena_close(arena);
}

void anchors_find(const struct anchor_index *index, struct ids base, struct ids draft,
                  struct list *runs)
{
    uint32_t from = 0;
    for (uint32_t i = 0; i + index->width <= draft.count;) {
        uint32_t hash = group_hash(draft.items + i, index->width);
        const struct group *group = group_of(index, draft.items + i, hash);
        i++;
        if (group->hash == 0 || group->at == REPEATED)
            continue;
        struct run run = run_through(base, draft, group->at, i - 1, from);
        if (run.count < index->width)
            continue;
        *LIST_ADD(runs, struct run) = run;
        from = run.draft + run.count;
        i = from > i ? from : i;
    }
    if (!is_in_order_of_base(runs))
        list_sort(runs, by_base);
    drop_repeated(runs, index->width);
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

static bool rise_in_both(const struct run *runs, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (runs[i - 1].draft > runs[i].draft)
            return false;
    return true;
}

void anchors_chain(const struct run *runs, size_t count, bool *keep)
{
    if (rise_in_both(runs, count)) {
        memset(keep, true, count);
        return;
    }
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
