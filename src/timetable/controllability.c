// SPDX-License-Identifier: Apache-2.0
// Morris 2014: from every event that something must precede by a positive time (a "negative node"),
// go back along the links that may be followed in each other's wake. What comes out at 0 or more
// is a new link that holds in every run; coming back to an event on whose behalf one is still going
// back means that no strategy exists.
//
// Normal form: each uncertain duration start -> end [x, y] becomes start -> wait, exactly x, and
// wait -> end [0, y - x]. The second has a lower-case arc wait -> end of 0 (the end may come at once)
// and an upper-case arc end -> wait of -(y - x) (or as late as it can).
#include "timetable/controllability.h"
#include "timetable/heap.h"

#include "base/list.h"

#include <assert.h>

// Arc from -> to of `length`: t(to) - t(from) <= length.
struct controllability_arc {
    uint32_t from;
    uint32_t to;
    int64_t length;
    uint32_t lower; // the end event of the duration whose lower-case arc this is, or EVENT_NONE
    uint32_t next;  // the next arc into `to`, or LINK_NONE
};

enum visit { NOT_VISITED, UNDER_WAY, VISITED };

struct going_back {
    uint32_t events;  // with the waits
    struct list arcs; // struct controllability_arc
    uint32_t *into;   // by event: an arc into it
    uint32_t *upper;  // by event that is a wait: the end of its duration; else EVENT_NONE
    bool *is_negative;
    enum visit *visit;
    uint32_t *path; // events under way
    uint32_t path_count;
    uint32_t loop_start; // in path, when a loop has been found
    struct budget *budget;
    struct arena *scratch;
};

static struct controllability_arc *arc_at(const struct going_back *g, uint32_t number)
{
    return LIST_AT(&g->arcs, struct controllability_arc, number);
}

static void add_arc(struct going_back *g, uint32_t from, uint32_t to, int64_t length,
                    uint32_t lower)
{
    uint32_t number = (uint32_t)g->arcs.count;
    *LIST_ADD(&g->arcs, struct controllability_arc) =
        (struct controllability_arc){from, to, length, lower, g->into[to]};
    g->into[to] = number;
    if (length < 0)
        g->is_negative[to] = true;
}

enum controllability_outcome { GOES, LOOPS, SPENT };

static enum controllability_outcome go_back(struct going_back *g, uint32_t source);

// What one walk back from a source knows.
struct walk_back {
    int64_t *distance; // INT64_MAX: not reached
    bool *is_done;
    struct heap heap;
};

static void reach(struct walk_back *walk, uint32_t event, int64_t distance)
{
    if (walk->is_done[event] || distance >= walk->distance[event])
        return;
    walk->distance[event] = distance;
    heap_push(&walk->heap, distance, event);
}

// Follows the arcs into `event` that are 0 or more. A lower-case arc is not followed on behalf of
// its own duration: that it may end at once and end as late as it can never happens together.
static void follow(struct going_back *g, struct walk_back *walk, uint32_t source, uint32_t event)
{
    for (uint32_t i = g->into[event]; i != LINK_NONE; i = arc_at(g, i)->next) {
        const struct controllability_arc *arc = arc_at(g, i);
        bool is_own = arc->lower != EVENT_NONE && arc->lower == g->upper[source];
        if (arc->length >= 0 && !is_own)
            reach(walk, arc->from, walk->distance[event] + arc->length);
    }
}

static enum controllability_outcome walk_back(struct going_back *g, struct walk_back *walk,
                                              uint32_t source)
{
    for (uint32_t i = g->into[source]; i != LINK_NONE; i = arc_at(g, i)->next)
        if (arc_at(g, i)->length < 0)
            reach(walk, arc_at(g, i)->from, arc_at(g, i)->length);
    struct heap_item least;
    while (heap_pop(&walk->heap, &least)) {
        uint32_t event = least.event;
        if (walk->is_done[event])
            continue;
        walk->is_done[event] = true;
        if (!budget_spend(g->budget, 1))
            return SPENT;
        if (least.key >= 0) {
            add_arc(g, event, source, least.key, EVENT_NONE);
            continue;
        }
        enum controllability_outcome outcome = g->is_negative[event] ? go_back(g, event) : GOES;
        if (outcome != GOES)
            return outcome;
        follow(g, walk, source, event);
    }
    return GOES;
}

// The depth of the recursion is at most the number of events, itself at most CONTROLLABILITY_EVENTS_MAX
// and the waits.
static enum controllability_outcome go_back(struct going_back *g, uint32_t source)
{
    if (g->visit[source] == VISITED)
        return GOES;
    if (g->visit[source] == UNDER_WAY) {
        g->loop_start = 0;
        while (g->path[g->loop_start] != source)
            g->loop_start++;
        return LOOPS;
    }
    g->visit[source] = UNDER_WAY;
    g->path[g->path_count++] = source;
    struct arena *arena = arena_open();
    struct walk_back walk = {
        .distance = ARENA_ARRAY(arena, int64_t, g->events),
        .is_done = ARENA_ARRAY(arena, bool, g->events),
        .heap = heap_make(arena),
    };
    for (uint32_t e = 0; e < g->events; e++)
        walk.distance[e] = INT64_MAX;
    enum controllability_outcome outcome = walk_back(g, &walk, source);
    arena_close(arena);
    if (outcome == GOES) {
        g->visit[source] = VISITED;
        g->path_count--;
    }
    return outcome;
}

static struct going_back going_back_make(const struct network *network,
                                         const struct uncertain_duration *uncertain, uint32_t count,
                                         struct arena *scratch)
{
    uint32_t events = network->events + count;
    struct going_back g = {
        .events = events,
        .arcs = LIST_MAKE(scratch, struct controllability_arc),
        .into = ARENA_ARRAY(scratch, uint32_t, events),
        .upper = ARENA_ARRAY(scratch, uint32_t, events),
        .is_negative = ARENA_ARRAY(scratch, bool, events),
        .visit = ARENA_ARRAY(scratch, enum visit, events),
        .path = ARENA_ARRAY(scratch, uint32_t, events),
        .scratch = scratch,
    };
    for (uint32_t e = 0; e < events; e++)
        g.into[e] = g.upper[e] = LINK_NONE;
    for (uint32_t i = 0; i < network->count; i++)
        add_arc(&g, network->links[i].from, network->links[i].to, network->links[i].most,
                EVENT_NONE);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t wait = network->events + i;
        int64_t span = uncertain[i].most - uncertain[i].least;
        add_arc(&g, uncertain[i].start, wait, uncertain[i].least, EVENT_NONE);
        add_arc(&g, wait, uncertain[i].start, -uncertain[i].least, EVENT_NONE);
        add_arc(&g, wait, uncertain[i].end, span, EVENT_NONE);
        add_arc(&g, uncertain[i].end, wait, 0, EVENT_NONE);
        add_arc(&g, wait, uncertain[i].end, 0, uncertain[i].end);
        add_arc(&g, uncertain[i].end, wait, -span, EVENT_NONE);
        g.upper[wait] = uncertain[i].end;
    }
    return g;
}

static void keep_loop(const struct going_back *g, const struct network *network,
                      const struct uncertain_duration *uncertain, struct arena *arena,
                      struct controllability *controllability)
{
    uint32_t *loop = ARENA_ARRAY(arena, uint32_t, g->path_count);
    for (uint32_t i = g->loop_start; i < g->path_count; i++) {
        uint32_t event = g->path[i];
        if (event >= network->events)
            event = uncertain[event - network->events].end;
        loop[controllability->loop_count++] = event;
    }
    controllability->loop = loop;
}

bool controllability_check(const struct network *network,
                           const struct uncertain_duration *uncertain, uint32_t uncertain_count,
                           struct budget *budget, struct arena *arena,
                           struct controllability *controllability, struct error *error)
{
    if (network->events > CONTROLLABILITY_EVENTS_MAX)
        return error_set(error, TOO_LARGE,
                         "more than %d events: too many to decide whether the plan holds whatever "
                         "the uncertain durations take",
                         CONTROLLABILITY_EVENTS_MAX);
    for (uint32_t i = 0; i < uncertain_count; i++)
        if (uncertain[i].least < 0 || uncertain[i].most < uncertain[i].least)
            return error_set(error, BAD_INPUT,
                             "an uncertain duration runs from a least of 0 or more to a most that "
                             "is no shorter");
    struct arena *scratch = arena_open();
    struct going_back g = going_back_make(network, uncertain, uncertain_count, scratch);
    g.budget = budget;
    *controllability = (struct controllability){.is_controllable = true};
    enum controllability_outcome outcome = GOES;
    for (uint32_t e = 0; e < g.events && outcome == GOES; e++)
        if (g.is_negative[e])
            outcome = go_back(&g, e);
    if (outcome == LOOPS) {
        controllability->is_controllable = false;
        keep_loop(&g, network, uncertain, arena, controllability);
    }
    arena_close(scratch);
    return outcome != SPENT || budget_stopped(error);
}
