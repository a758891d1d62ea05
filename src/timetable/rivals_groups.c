// SPDX-License-Identifier: Apache-2.0
// Which slots can meet in one contradiction. A cycle of limits passes no event twice, so that it lies
// within one block of the graph of events (a part that no single event cuts in two), and it passes
// one variant of a slot only. So a slot stands alone when none of its variants, each taken by itself,
// shares a block with a limit of another slot; such slots are taken away until none is left, and the
// others are put together by the blocks of all their variants.
//
// Source: Hopcroft and Tarjan 1973, blocks of a graph; walked without recursion.
#include "timetable/rivals.h"

// A limit seen from one of its events.
struct end {
    uint32_t to;
    uint32_t limit;
};

struct walking {
    const bool *is_in; // by limit: whether it is part of the graph
    uint32_t *first;   // by event: its ends are ends[first[e]] … ends[first[e + 1] - 1]
    struct end *ends;
    uint32_t *next;   // by event: the end to look at next
    uint32_t *order;  // by event: when it was met, from 1; 0: not yet
    uint32_t *low;    // by event: the earliest event that can be reached from below it
    uint32_t *from;   // by event: the limit that led to it
    struct list path; // uint32_t: events
    struct list open; // uint32_t: limits not yet in a block
    uint32_t *block;  // by limit; LINK_NONE: not met
    uint32_t blocks;
    uint32_t met;
};

static void list_ends(const struct rivals *r, struct arena *arena, struct walking *w)
{
    uint32_t events = names_count(r->plan.events);
    uint32_t count = (uint32_t)r->plan.limits.count;
    w->first = ARENA_ARRAY(arena, uint32_t, (size_t)events + 2);
    w->ends = ARENA_ARRAY(arena, struct end, 2 * (size_t)count);
    for (uint32_t i = 0; i < count; i++) {
        const struct plan_limit *limit = LIST_AT(&r->plan.limits, struct plan_limit, i);
        if (!w->is_in[i])
            continue;
        w->first[limit->event + 2]++;
        w->first[limit->reference + 2]++;
    }
    for (uint32_t e = 2; e < events + 2; e++)
        w->first[e] += w->first[e - 1];
    for (uint32_t i = 0; i < count; i++) {
        const struct plan_limit *limit = LIST_AT(&r->plan.limits, struct plan_limit, i);
        if (!w->is_in[i])
            continue;
        w->ends[w->first[limit->event + 1]++] = (struct end){limit->reference, i};
        w->ends[w->first[limit->reference + 1]++] = (struct end){limit->event, i};
    }
}

static uint32_t top(const struct list *list)
{
    return *LIST_AT(list, uint32_t, list->count - 1);
}

// All limits met since, and with, the one that led below form a block.
static void close_block(struct walking *w, uint32_t limit)
{
    uint32_t last;
    do {
        last = top(&w->open);
        list_cut(&w->open, w->open.count - 1);
        w->block[last] = w->blocks;
    } while (last != limit);
    w->blocks++;
}

static void enter(struct walking *w, uint32_t event, uint32_t limit)
{
    w->order[event] = w->low[event] = ++w->met;
    w->from[event] = limit;
    w->next[event] = w->first[event];
    *LIST_ADD(&w->path, uint32_t) = event;
}

static void leave(struct walking *w, uint32_t event)
{
    list_cut(&w->path, w->path.count - 1);
    if (w->path.count == 0)
        return;
    uint32_t above = top(&w->path);
    w->low[above] = w->low[event] < w->low[above] ? w->low[event] : w->low[above];
    if (w->low[event] >= w->order[above])
        close_block(w, w->from[event]);
}

static void step(struct walking *w, uint32_t event)
{
    struct end end = w->ends[w->next[event]++];
    if (end.limit == w->from[event] || w->block[end.limit] != LINK_NONE)
        return;
    if (w->order[end.to] == 0) {
        *LIST_ADD(&w->open, uint32_t) = end.limit;
        enter(w, end.to, end.limit);
    } else if (w->order[end.to] < w->order[event]) {
        *LIST_ADD(&w->open, uint32_t) = end.limit;
        w->low[event] = w->order[end.to] < w->low[event] ? w->order[end.to] : w->low[event];
    }
}

static void walk(struct walking *w, uint32_t root)
{
    enter(w, root, LINK_NONE);
    while (w->path.count > 0) {
        uint32_t event = top(&w->path);
        if (w->next[event] < w->first[event + 1])
            step(w, event);
        else
            leave(w, event);
    }
}

// The block of each limit that is in the graph; LINK_NONE for the others.
static const uint32_t *find_blocks(const struct rivals *r, const bool *is_in, struct arena *arena,
                                   uint32_t *blocks)
{
    uint32_t events = names_count(r->plan.events);
    struct walking w = {.is_in = is_in};
    w.path = LIST_MAKE(arena, uint32_t);
    w.open = LIST_MAKE(arena, uint32_t);
    list_ends(r, arena, &w);
    w.next = ARENA_ARRAY(arena, uint32_t, events);
    w.order = ARENA_ARRAY(arena, uint32_t, events);
    w.low = ARENA_ARRAY(arena, uint32_t, events);
    w.from = ARENA_ARRAY(arena, uint32_t, events);
    w.block = ARENA_ARRAY(arena, uint32_t, r->plan.limits.count);
    for (size_t i = 0; i < r->plan.limits.count; i++)
        w.block[i] = LINK_NONE;
    for (uint32_t e = 0; e < events; e++)
        if (w.order[e] == 0)
            walk(&w, e);
    *blocks = w.blocks;
    return w.block;
}

static bool has_limit(const struct rival_variant *variant, uint32_t limit)
{
    for (uint32_t i = 0; i < variant->limit_count; i++)
        if (variant->limits[i] == limit)
            return true;
    return false;
}

// Whether one variant of a slot shares a block with a limit of another slot that is still there.
static bool variant_meets(const struct rivals *r, const bool *is_there, uint32_t slot,
                          const struct rival_variant *variant, struct arena *arena)
{
    uint32_t count = (uint32_t)r->plan.limits.count;
    bool *is_in = ARENA_ARRAY(arena, bool, count);
    uint32_t blocks;
    for (uint32_t i = 0; i < count; i++)
        is_in[i] = r->slot_of[i] == LINK_NONE ||
                   (r->slot_of[i] == slot ? has_limit(variant, i) : is_there[r->slot_of[i]]);
    const uint32_t *block = find_blocks(r, is_in, arena, &blocks);
    bool *has_own = ARENA_ARRAY(arena, bool, blocks);
    for (uint32_t i = 0; i < count; i++)
        if (is_in[i] && r->slot_of[i] == slot)
            has_own[block[i]] = true;
    for (uint32_t i = 0; i < count; i++)
        if (is_in[i] && r->slot_of[i] != slot && r->slot_of[i] != LINK_NONE && has_own[block[i]])
            return true;
    return false;
}

static bool slot_meets(const struct rivals *r, const bool *is_there, uint32_t slot,
                       struct arena *arena)
{
    bool meets = false;
    for (uint32_t v = 0; !meets && v < r->slots[slot].count; v++) {
        struct arena_mark mark = arena_mark(arena);
        meets = variant_meets(r, is_there, slot, &r->slots[slot].variants[v], arena);
        arena_rewind(arena, mark);
    }
    return meets;
}

static uint32_t root_of(uint32_t *above, uint32_t i)
{
    while (above[i] != i)
        i = above[i] = above[above[i]];
    return i;
}

// Puts the slots that are still there together by the blocks of all their variants.
static void join(const struct rivals *r, const bool *is_there, struct arena *arena, uint32_t *above)
{
    uint32_t count = (uint32_t)r->plan.limits.count;
    bool *is_in = ARENA_ARRAY(arena, bool, count);
    uint32_t blocks;
    for (uint32_t i = 0; i < count; i++)
        is_in[i] = r->slot_of[i] == LINK_NONE || is_there[r->slot_of[i]];
    const uint32_t *block = find_blocks(r, is_in, arena, &blocks);
    uint32_t *slot_in = ARENA_ARRAY(arena, uint32_t, blocks);
    for (uint32_t b = 0; b < blocks; b++)
        slot_in[b] = LINK_NONE;
    for (uint32_t i = 0; i < count; i++) {
        if (!is_in[i] || r->slot_of[i] == LINK_NONE)
            continue;
        uint32_t *other = &slot_in[block[i]];
        if (*other != LINK_NONE)
            above[root_of(above, r->slot_of[i])] = root_of(above, *other);
        *other = r->slot_of[i];
    }
}

uint32_t rivals_groups(const struct rivals *rivals, uint32_t *group_of)
{
    struct arena *scratch = arena_open();
    uint32_t slots = rivals->slot_count;
    bool *is_there = ARENA_ARRAY(scratch, bool, slots);
    uint32_t *above = ARENA_ARRAY(scratch, uint32_t, slots);
    uint32_t *number = ARENA_ARRAY(scratch, uint32_t, slots);
    uint32_t count = 0;
    for (uint32_t s = 0; s < slots; s++) {
        is_there[s] = true;
        above[s] = s;
    }
    for (bool is_changed = true; is_changed;) {
        is_changed = false;
        for (uint32_t s = 0; s < slots; s++)
            if (is_there[s] && !slot_meets(rivals, is_there, s, scratch)) {
                is_there[s] = false;
                is_changed = true;
            }
    }
    join(rivals, is_there, scratch, above);
    for (uint32_t s = 0; s < slots; s++) {
        uint32_t root = root_of(above, s);
        if (number[root] == 0)
            number[root] = ++count;
        group_of[s] = number[root] - 1;
    }
    arena_close(scratch);
    return count;
}
