// SPDX-License-Identifier: Apache-2.0
// The fewest things to drop. Every cycle must lose one of its things; the cycles are not all
// written down (there may be no end of them), but met as they are needed: find the fewest things
// that hit all cycles known, take them out, look whether a cycle is left, and learn from it.
#include "timetable/negative_cycle.h"
#include "timetable/repair.h"

#include "base/list.h"

#include <assert.h>
#include <stdlib.h>

// The things of one cycle, each once.
struct hoop {
    uint32_t *items;
    uint32_t count;
};

struct hitting {
    const struct network *network;
    enum drop_unit unit;
    struct budget *budget;
    struct arena *arena;
    uint32_t items;    // things are numbered below this
    bool *is_dropped;  // by thing: chosen in the present branch
    bool *is_kept;     // by thing: tried in an earlier branch, not to be tried again
    uint32_t *touched; // by thing: the mark of the present packing
    uint32_t mark;
    struct list hoops; // struct hoop
};

static uint32_t item_of(const struct hitting *h, uint32_t link)
{
    uint32_t clause = h->network->links[link].clause;
    return clause == LINK_STRUCTURAL || h->unit == DROP_CLAUSES ? clause : link;
}

static bool is_hit(const struct hitting *h, const struct hoop *hoop)
{
    for (uint32_t i = 0; i < hoop->count; i++)
        if (h->is_dropped[hoop->items[i]])
            return true;
    return false;
}

// How many cycles not yet hit share no thing that may still be dropped: that many things at least
// are needed. *narrowest is the one with the fewest such things, NULL when all are hit.
static uint32_t pack(struct hitting *h, const struct hoop **narrowest)
{
    uint32_t packed = 0;
    uint32_t fewest = UINT32_MAX;
    *narrowest = NULL;
    h->mark++;
    for (size_t i = 0; i < h->hoops.count; i++) {
        const struct hoop *hoop = LIST_AT(&h->hoops, struct hoop, i);
        if (is_hit(h, hoop))
            continue;
        uint32_t free_items = 0;
        bool is_apart = true;
        for (uint32_t j = 0; j < hoop->count; j++) {
            uint32_t item = hoop->items[j];
            free_items += !h->is_kept[item];
            is_apart = is_apart && (h->is_kept[item] || h->touched[item] != h->mark);
        }
        if (free_items < fewest) {
            fewest = free_items;
            *narrowest = hoop;
        }
        if (!is_apart)
            continue;
        packed++;
        for (uint32_t j = 0; j < hoop->count; j++)
            h->touched[hoop->items[j]] = h->mark;
    }
    return packed;
}

enum drop_outcome { HIT, MISSED, SPENT };

// Whether at most `left` more things hit all known cycles; is_dropped then holds them.
// The depth of the recursion is `left`, which grows from 0 while the budget lasts.
static enum drop_outcome hit_all(struct hitting *h, uint32_t left)
{
    if (!budget_spend(h->budget, 1 + h->hoops.count))
        return SPENT;
    const struct hoop *hoop;
    uint32_t needed = pack(h, &hoop);
    if (!hoop)
        return HIT;
    if (needed > left)
        return MISSED;
    enum drop_outcome outcome = MISSED;
    uint32_t tried = 0;
    struct arena_mark mark = arena_mark(h->arena);
    bool *was_kept = ARENA_ARRAY(h->arena, bool, hoop->count);
    for (; tried < hoop->count && outcome == MISSED; tried++) {
        uint32_t item = hoop->items[tried];
        was_kept[tried] = h->is_kept[item];
        if (was_kept[tried])
            continue;
        h->is_dropped[item] = true;
        outcome = hit_all(h, left - 1);
        if (outcome != HIT)
            h->is_dropped[item] = false;
        h->is_kept[item] = true;
    }
    while (tried > 0) {
        tried--;
        h->is_kept[hoop->items[tried]] = was_kept[tried];
    }
    arena_rewind(h->arena, mark);
    return outcome;
}

static void add_hoop(struct hitting *h, const uint32_t *numbers, const struct negative_cycle *cycle)
{
    struct hoop hoop = {ARENA_ARRAY(h->arena, uint32_t, cycle->count), 0};
    h->mark++;
    for (uint32_t i = 0; i < cycle->count; i++) {
        uint32_t item = item_of(h, numbers[cycle->links[i]]);
        if (item == LINK_STRUCTURAL || h->touched[item] == h->mark)
            continue;
        h->touched[item] = h->mark;
        hoop.items[hoop.count++] = item;
    }
    assert(hoop.count > 0);
    *LIST_ADD(&h->hoops, struct hoop) = hoop;
}

// What is left of the network without the dropped things, and the number each link had before.
static struct network without_dropped(const struct hitting *h, uint32_t *numbers,
                                      struct arena *arena)
{
    struct link *links = ARENA_ARRAY(arena, struct link, h->network->count);
    struct network left = {h->network->events, links, 0};
    for (uint32_t i = 0; i < h->network->count; i++) {
        uint32_t item = item_of(h, i);
        if (item != LINK_STRUCTURAL && h->is_dropped[item])
            continue;
        numbers[left.count] = i;
        links[left.count++] = h->network->links[i];
    }
    return left;
}

// Looks for cycles that are left and learns them. Gives their number; false when stopped.
static bool learn(struct hitting *h, uint32_t *found)
{
    struct arena *scratch = arena_open();
    uint32_t *numbers = ARENA_ARRAY(scratch, uint32_t, h->network->count);
    struct network left = without_dropped(h, numbers, scratch);
    struct settled settled;
    struct error error;
    bool done = network_settle(&left, true, h->budget, scratch, &settled, &error);
    if (done) {
        struct negative_cycle *cycles =
            ARENA_ARRAY(scratch, struct negative_cycle, settled.broken_count);
        done = negative_cycle_through_each(&left, &settled, h->budget, scratch, cycles, &error);
        for (uint32_t i = 0; done && i < settled.broken_count; i++)
            add_hoop(h, numbers, &cycles[i]);
        *found = settled.broken_count;
    }
    arena_close(scratch);
    return done;
}

// Without a budget left: drops the first thing of every cycle that is still there.
static void drop_plainly(struct hitting *h)
{
    struct budget spent = *h->budget;
    *h->budget = budget_unlimited();
    for (uint32_t found = 1; found > 0;) {
        for (size_t i = 0; i < h->hoops.count; i++) {
            const struct hoop *hoop = LIST_AT(&h->hoops, struct hoop, i);
            if (!is_hit(h, hoop))
                h->is_dropped[hoop->items[0]] = true;
        }
        list_cut(&h->hoops, 0);
        if (!learn(h, &found))
            break;
    }
    *h->budget = spent;
}

static void keep_dropped(const struct hitting *h, struct arena *arena, struct dropping *dropping)
{
    uint32_t *items = ARENA_ARRAY(arena, uint32_t, h->items);
    dropping->count = 0;
    for (uint32_t i = 0; i < h->items; i++)
        if (h->is_dropped[i])
            items[dropping->count++] = i;
    dropping->items = items;
}

static struct hitting hitting_make(const struct network *network, enum drop_unit unit,
                                   struct budget *budget, struct arena *scratch)
{
    uint32_t items = unit == DROP_LINKS ? network->count : 0;
    for (uint32_t i = 0; unit == DROP_CLAUSES && i < network->count; i++)
        if (network->links[i].clause != LINK_STRUCTURAL && network->links[i].clause >= items)
            items = network->links[i].clause + 1;
    return (struct hitting){
        .network = network,
        .unit = unit,
        .budget = budget,
        .arena = scratch,
        .items = items,
        .is_dropped = ARENA_ARRAY(scratch, bool, items),
        .is_kept = ARENA_ARRAY(scratch, bool, items),
        .touched = ARENA_ARRAY(scratch, uint32_t, items),
        .hoops = LIST_MAKE(scratch, struct hoop),
    };
}

void repair_drop(const struct network *network, enum drop_unit unit, struct budget *budget,
                 struct arena *arena, struct dropping *dropping)
{
    *dropping = (struct dropping){0};
    struct negative_cycle cycle;
    struct error error;
    struct arena *scratch = arena_open();
    struct budget enough = budget_unlimited();
    bool done = negative_cycle_structural(network, &enough, scratch, &cycle, &error);
    if (done && cycle.count == 0) {
        struct hitting h = hitting_make(network, unit, budget, scratch);
        dropping->is_possible = true;
        uint32_t found = 1;
        enum drop_outcome outcome = HIT;
        while (outcome == HIT && found > 0) {
            if (!learn(&h, &found))
                outcome = SPENT;
            for (uint32_t i = 0; found > 0 && i < h.items; i++)
                h.is_dropped[i] = false;
            while (found > 0 && outcome != SPENT &&
                   (outcome = hit_all(&h, dropping->at_least)) == MISSED)
                dropping->at_least++;
        }
        if (outcome == SPENT)
            drop_plainly(&h);
        keep_dropped(&h, arena, dropping);
        dropping->is_exact = dropping->count == dropping->at_least;
    }
    arena_close(scratch);
}
