// SPDX-License-Identifier: Apache-2.0
#include "merge/anchors.h"

#include <stdlib.h>
#include <string.h>

#define REPEATED UINT32_MAX

// What is known of one group of the row: where it stands, or that it stands there twice.
struct word_group {
    uint32_t hash; // 0: the slot is free
    uint32_t at;
};

// Open addressing, a power of two of slots, at most half of them taken.
struct anchor_index {
    struct ids row;
    uint32_t width;
    struct word_group *groups;
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

static bool same_numbers(const uint32_t *a, const uint32_t *b, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (a[i] != b[i])
            return false;
    return true;
}

// The slot of these numbers, or the free one where they would go. Of a group that is repeated only
// the hash is known: two such that share it count as one, and neither is an anchor.
static struct word_group *group_of(const struct anchor_index *index, const uint32_t *numbers,
                                   uint32_t hash)
{
    size_t slot = hash & index->mask;
    for (; index->groups[slot].hash != 0; slot = (slot + 1) & index->mask) {
        const struct word_group *group = &index->groups[slot];
        if (group->hash == hash &&
            (group->at == REPEATED ||
             same_numbers(index->row.items + group->at, numbers, index->width)))
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
    *index =
        (struct anchor_index){row, width, ARENA_ARRAY(arena, struct word_group, slots), slots - 1};
    // The slots of a long row lie far apart: each is asked for while those before it are filled.
    enum { AHEAD = 8 };
    uint32_t hashes[AHEAD] = {0};
    for (uint32_t i = 0; i + width <= row.count + AHEAD; i++) {
        uint32_t hash = hashes[i % AHEAD]; // of the group AHEAD before
        if (i + width <= row.count) {
            hashes[i % AHEAD] = group_hash(row.items + i, width);
            __builtin_prefetch(&index->groups[hashes[i % AHEAD] & index->mask], 1);
        }
        if (i < AHEAD)
            continue;
        const uint32_t *numbers = row.items + (i - AHEAD);
        struct word_group *group = group_of(index, numbers, hash);
        *group = (struct word_group){hash, group->hash == 0 ? i - AHEAD : REPEATED};
    }
    return index;
}

// The run through an anchor, as far as both rows are equal; in the draft not before `draft_from`.
static struct match match_through(struct ids base, struct ids draft, uint32_t base_at,
                                  uint32_t draft_at, uint32_t draft_from)
{
    struct match match = {base_at, draft_at, 0};
    while (match.base > 0 && match.draft > draft_from &&
           base.items[match.base - 1] == draft.items[match.draft - 1]) {
        match.base--;
        match.draft--;
    }
    while (match.base + match.count < base.count && match.draft + match.count < draft.count &&
           base.items[match.base + match.count] == draft.items[match.draft + match.count])
        match.count++;
    return match;
}

static int by_base(const void *a, const void *b)
{
    const struct match *x = a;
    const struct match *y = b;
    if (x->base != y->base)
        return (x->base > y->base) - (x->base < y->base);
    return (x->draft > y->draft) - (x->draft < y->draft);
}

static bool is_in_order_of_base(const struct list *matches)
{
    for (size_t i = 1; i < matches->count; i++)
        if (LIST_AT(matches, struct match, i - 1)->base > LIST_AT(matches, struct match, i)->base)
            return false;
    return true;
}

// The stretches of the base that two runs hold and a whole group lies in: it stands twice in the
// draft. In order, apart.
static struct list held_twice(const struct list *matches, uint32_t width, struct arena *arena)
{
    struct list twice = LIST_MAKE(arena, struct match);
    uint32_t taken = 0; // base numbers below it are held by a run before
    for (size_t i = 0; i < matches->count; i++) {
        const struct match *match = LIST_AT(matches, struct match, i);
        uint32_t end = match->base + match->count;
        uint32_t shared_end = end < taken ? end : taken;
        taken = end > taken ? end : taken;
        if (shared_end < match->base + width)
            continue;
        struct match *last =
            twice.count > 0 ? LIST_AT(&twice, struct match, twice.count - 1) : NULL;
        if (last && last->base + last->count >= match->base) {
            if (shared_end > last->base + last->count)
                last->count = shared_end - last->base;
            continue;
        }
        *LIST_ADD(&twice, struct match) = (struct match){match->base, 0, shared_end - match->base};
    }
    return twice;
}

static void add_piece(struct list *matches, struct match match, uint32_t from, uint32_t to,
                      uint32_t width)
{
    if (to >= from + width)
        *LIST_ADD(matches, struct match) =
            (struct match){from, match.draft + (from - match.base), to - from};
}

// Takes out of all runs what stands twice in the draft: it says nothing of where it belongs.
static void drop_repeated(struct list *matches, uint32_t width)
{
    struct arena *arena = arena_open();
    struct list twice = held_twice(matches, width, arena);
    struct list pieces = LIST_MAKE(arena, struct match);
    size_t first = 0; // the first repeated stretch that a later run may meet
    for (size_t i = 0; twice.count > 0 && i < matches->count; i++) {
        struct match match = *LIST_AT(matches, struct match, i);
        uint32_t from = match.base;
        while (first < twice.count && LIST_AT(&twice, struct match, first)->base +
                                              LIST_AT(&twice, struct match, first)->count <=
                                          match.base)
            first++;
        for (size_t t = first; t < twice.count; t++) {
            const struct match *stretch = LIST_AT(&twice, struct match, t);
            if (stretch->base >= match.base + match.count)
                break;
            add_piece(&pieces, match, from, stretch->base, width);
            from = stretch->base + stretch->count;
        }
        add_piece(&pieces, match, from, match.base + match.count, width);
    }
    if (twice.count > 0) {
        list_sort(&pieces, by_base);
        list_cut(matches, 0);
        for (size_t i = 0; i < pieces.count; i++)
            *LIST_ADD(matches, struct match) = *LIST_AT(&pieces, struct match, i);
    }
    arena_close(arena);
}

void anchors_find(const struct anchor_index *index, struct ids base, struct ids draft,
                  struct list *matches)
{
    uint32_t from = 0;
    for (uint32_t i = 0; i + index->width <= draft.count;) {
        uint32_t hash = group_hash(draft.items + i, index->width);
        const struct word_group *group = group_of(index, draft.items + i, hash);
        i++;
        if (group->hash == 0 || group->at == REPEATED)
            continue;
        struct match match = match_through(base, draft, group->at, i - 1, from);
        if (match.count < index->width)
            continue;
        *LIST_ADD(matches, struct match) = match;
        from = match.draft + match.count;
        i = from > i ? from : i;
    }
    if (!is_in_order_of_base(matches))
        list_sort(matches, by_base);
    drop_repeated(matches, index->width);
}

// A Fenwick tree of prefix maxima over the rank of the draft position.
struct best_match {
    uint64_t weight;
    uint32_t match; // index + 1, 0: none
};

static struct best_match best_before(const struct best_match *tree, size_t rank)
{
    struct best_match best = {0, 0};
    for (; rank > 0; rank -= rank & -rank)
        if (tree[rank].weight > best.weight)
            best = tree[rank];
    return best;
}

static void best_set(struct best_match *tree, size_t count, size_t rank, struct best_match value)
{
    for (; rank <= count; rank += rank & -rank)
        if (value.weight > tree[rank].weight)
            tree[rank] = value;
}

struct draft_order {
    uint32_t draft;
    uint32_t match;
};

static int by_draft(const void *a, const void *b)
{
    uint32_t x = ((const struct draft_order *)a)->draft;
    uint32_t y = ((const struct draft_order *)b)->draft;
    return (x > y) - (x < y);
}

static bool rise_in_both(const struct match *matches, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (matches[i - 1].draft > matches[i].draft)
            return false;
    return true;
}

void anchors_chain(const struct match *matches, size_t count, bool *keep)
{
    if (rise_in_both(matches, count)) {
        memset(keep, true, count);
        return;
    }
    struct arena *arena = arena_open();
    struct draft_order *order = ARENA_ARRAY(arena, struct draft_order, count);
    size_t *rank = ARENA_ARRAY(arena, size_t, count);
    for (size_t i = 0; i < count; i++)
        order[i] = (struct draft_order){matches[i].draft, (uint32_t)i};
    qsort(order, count, sizeof *order, by_draft);
    for (size_t i = 0; i < count; i++)
        rank[order[i].match] = i + 1;
    struct best_match *tree = ARENA_ARRAY(arena, struct best_match, count + 1);
    uint32_t *before = ARENA_ARRAY(arena, uint32_t, count);
    struct best_match heaviest = {0, 0};
    for (size_t i = 0; i < count; i++) {
        struct best_match chain = best_before(tree, rank[i] - 1);
        before[i] = chain.match;
        struct best_match longer = {chain.weight + matches[i].count, (uint32_t)i + 1};
        best_set(tree, count, rank[i], longer);
        if (longer.weight > heaviest.weight)
            heaviest = longer;
    }
    for (uint32_t match = heaviest.match; match != 0; match = before[match - 1])
        keep[match - 1] = true;
    arena_close(arena);
}
