// SPDX-License-Identifier: Apache-2.0
#include "timetable/trial.h"
#include "timetable/heap.h"
#include "timetable/settle.h"

#include <assert.h>

// Times only ever go down. When the lowest passes this, they are worked out anew from 0.
#define TIMES_FLOOR (-((int64_t)1 << 61))

struct trial_arc {
    struct link link;
    uint32_t next; // the arc that left the same event before this one; LINK_NONE at the end
};

// What one call of trial_add has found about an event.
struct mark {
    int64_t shift;  // how far its time must go down: at most 0
    int64_t time;   // its time once that is settled
    uint32_t via;   // the arc that asks for it
    uint64_t round; // the marks of other rounds are void
    bool is_final;
};

struct trial {
    struct arena *arena;
    uint32_t events;
    uint32_t base_count;
    int64_t *times;
    int64_t lowest;     // no time is below it
    uint32_t *last_out; // by event: the newest arc that leaves it
    struct list arcs;   // struct trial_arc
    struct mark *marks;
    uint64_t round;
    struct heap heap;
    struct list moved; // uint32_t: events with a final mark in this round
    struct list cycle; // uint32_t
};

static void add_arc(struct trial *trial, const struct link *link)
{
    uint32_t number = (uint32_t)trial->arcs.count; // below LINK_NONE: the callers' counts are
    *LIST_ADD(&trial->arcs, struct trial_arc) =
        (struct trial_arc){*link, trial->last_out[link->from]};
    trial->last_out[link->from] = number;
}

static struct trial_arc *arc_at(const struct trial *trial, uint32_t number)
{
    return LIST_AT(&trial->arcs, struct trial_arc, number);
}

void trial_take_back(struct trial *trial, uint32_t count)
{
    assert(trial->arcs.count >= trial->base_count + count);
    for (; count > 0; count--) {
        size_t last = trial->arcs.count - 1;
        const struct trial_arc *arc = arc_at(trial, (uint32_t)last);
        trial->last_out[arc->link.from] = arc->next;
        list_cut(&trial->arcs, last);
    }
}

// Writes down that the newest arc and the path of marks that leads from its end to its start
// close a cycle. `closing` is the arc that came back to the start.
static void keep_cycle(struct trial *trial, uint32_t newest, uint32_t closing)
{
    list_cut(&trial->cycle, 0);
    uint32_t number = closing;
    *LIST_ADD(&trial->cycle, uint32_t) = number;
    while (number != newest) {
        number = trial->marks[arc_at(trial, number)->link.from].via;
        *LIST_ADD(&trial->cycle, uint32_t) = number;
    }
    uint32_t *links = LIST_ITEMS(&trial->cycle, uint32_t);
    for (size_t i = 0, j = trial->cycle.count - 1; i < j; i++, j--) {
        uint32_t other = links[i];
        links[i] = links[j];
        links[j] = other;
    }
}

static struct mark *mark_of(struct trial *trial, uint32_t event)
{
    struct mark *mark = &trial->marks[event];
    if (mark->round != trial->round)
        *mark = (struct mark){.round = trial->round, .time = trial->times[event]};
    return mark;
}

static void ask(struct trial *trial, uint32_t event, int64_t shift, uint32_t via)
{
    struct mark *mark = mark_of(trial, event);
    if (mark->is_final || shift >= mark->shift)
        return;
    mark->shift = shift;
    mark->via = via;
    heap_push(&trial->heap, shift, event);
}

// Moves events down, the one that must go furthest first, until the newest arc holds. Times are
// only written when it does: a feasible set of times is never lost.
static bool tighten(struct trial *trial, uint32_t newest)
{
    struct link added = arc_at(trial, newest)->link;
    trial->round++;
    heap_clear(&trial->heap);
    list_cut(&trial->moved, 0);
    int64_t shift = trial->times[added.from] + added.most - trial->times[added.to];
    if (shift >= 0)
        return true;
    if (added.from == added.to) {
        keep_cycle(trial, newest, newest);
        return false;
    }
    ask(trial, added.to, shift, newest);
    struct heap_item least;
    while (heap_pop(&trial->heap, &least)) {
        struct mark *mark = mark_of(trial, least.event);
        if (mark->is_final)
            continue;
        mark->is_final = true;
        mark->time = trial->times[least.event] + mark->shift;
        *LIST_ADD(&trial->moved, uint32_t) = least.event;
        for (uint32_t i = trial->last_out[least.event]; i != LINK_NONE;
             i = arc_at(trial, i)->next) {
            const struct link *link = &arc_at(trial, i)->link;
            int64_t further = mark->time + link->most - trial->times[link->to];
            if (further < 0 && link->to == added.from) {
                keep_cycle(trial, newest, i);
                return false;
            }
            ask(trial, link->to, further, i);
        }
    }
    for (size_t i = 0; i < trial->moved.count; i++) {
        uint32_t event = *LIST_AT(&trial->moved, uint32_t, i);
        trial->times[event] = trial->marks[event].time;
        if (trial->times[event] < trial->lowest)
            trial->lowest = trial->times[event];
    }
    return true;
}

// Works the times out anew for the links that are there, which all hold together.
static void recentre(struct trial *trial)
{
    struct arena *scratch = arena_open();
    uint32_t count = (uint32_t)trial->arcs.count;
    struct link *links = ARENA_ARRAY(scratch, struct link, count);
    for (uint32_t i = 0; i < count; i++)
        links[i] = arc_at(trial, i)->link;
    struct network network = {trial->events, links, count};
    struct budget budget = budget_unlimited();
    struct settled settled;
    struct error error;
    bool done = network_settle(&network, false, &budget, scratch, &settled, &error);
    assert(done && settled.broken_count == 0);
    (void)done;
    trial->lowest = 0;
    for (uint32_t e = 0; e < trial->events; e++) {
        trial->times[e] = settled.times[e];
        if (trial->times[e] < trial->lowest)
            trial->lowest = trial->times[e];
    }
    arena_close(scratch);
}

bool trial_add(struct trial *trial, const struct link *links, uint32_t count,
               struct contradiction *why)
{
    if (trial->lowest < TIMES_FLOOR)
        recentre(trial);
    for (uint32_t i = 0; i < count; i++) {
        assert(links[i].from < trial->events && links[i].to < trial->events);
        uint32_t newest = (uint32_t)trial->arcs.count;
        add_arc(trial, &links[i]);
        if (tighten(trial, newest))
            continue;
        int64_t sum = 0;
        for (size_t j = 0; j < trial->cycle.count; j++)
            sum += arc_at(trial, *LIST_AT(&trial->cycle, uint32_t, j))->link.most;
        if (why)
            *why = (struct contradiction){trial->cycle.items, (uint32_t)trial->cycle.count, sum};
        trial_take_back(trial, i + 1);
        return false;
    }
    return true;
}

bool trial_make(const struct network *base, struct budget *budget, struct arena *arena,
                struct trial **trial, bool *possible, struct contradiction *why,
                struct error *error)
{
    uint32_t bad = network_check(base);
    if (bad != LINK_NONE)
        return error_set(error, BAD_INPUT,
                         "link %u of the network names an event above %u or a "
                         "limit too large to add up",
                         bad, base->events);
    struct settled settled;
    if (!network_settle(base, false, budget, arena, &settled, error))
        return false;
    *trial = NULL;
    *possible = settled.broken_count == 0;
    if (!*possible) {
        const struct negative_cycle *cycle = &settled.cycles[0];
        *why = (struct contradiction){cycle->links, cycle->count, cycle->sum};
        return true;
    }
    struct trial *made = ARENA_NEW(arena, struct trial);
    *made = (struct trial){
        .arena = arena,
        .events = base->events,
        .base_count = base->count,
        .times = ARENA_ARRAY(arena, int64_t, base->events),
        .last_out = ARENA_ARRAY(arena, uint32_t, base->events),
        .arcs = LIST_MAKE(arena, struct trial_arc),
        .marks = ARENA_ARRAY(arena, struct mark, base->events),
        .heap = heap_make(arena),
        .moved = LIST_MAKE(arena, uint32_t),
        .cycle = LIST_MAKE(arena, uint32_t),
    };
    for (uint32_t e = 0; e < base->events; e++) {
        made->times[e] = settled.times[e];
        made->last_out[e] = LINK_NONE;
    }
    for (uint32_t i = 0; i < base->count; i++)
        add_arc(made, &base->links[i]);
    *trial = made;
    return true;
}

uint32_t trial_count(const struct trial *trial)
{
    return (uint32_t)trial->arcs.count;
}

struct link trial_link(const struct trial *trial, uint32_t number)
{
    assert(number < trial->arcs.capacity);
    return LIST_ITEMS(&trial->arcs, struct trial_arc)[number].link;
}

const int64_t *trial_times(const struct trial *trial)
{
    return trial->times;
}
