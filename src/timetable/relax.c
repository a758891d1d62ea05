// SPDX-License-Identifier: Apache-2.0
// The least total relaxation.
//
// Minimise sum of r over t(v) - t(u) <= w + r, r >= 0. The dual sends flow f <= 1 around cycles at
// the least cost sum of w f. With the settled times as potentials only broken links have a reduced
// cost below 0: they are filled at once, which leaves too much flow at their ends and too little
// at their starts; shortest paths through what is left of the links carry it back.
#include "timetable/graph.h"
#include "timetable/heap.h"
#include "timetable/negative_cycle.h"
#include "timetable/repair.h"

#include <assert.h>

struct flows {
    const struct network *network;
    struct graph forward;
    struct graph backward;
    int64_t *times;  // the potentials, raised as paths are found
    int64_t *flow;   // by link
    int64_t *excess; // by event: flow that waits to leave, or (below 0) that is missing
    int64_t structural_room;
    // The present search for a path.
    int64_t *distance;
    uint32_t *via; // the link by which an event is reached
    bool *is_final;
    struct heap heap;
};

static int64_t room(const struct flows *f, uint32_t link)
{
    int64_t all = f->network->links[link].clause == LINK_STRUCTURAL ? f->structural_room : 1;
    return all - f->flow[link];
}

static int64_t reduced(const struct flows *f, uint32_t link)
{
    const struct link *l = &f->network->links[link];
    return f->times[l->from] + l->most - f->times[l->to];
}

static void reach(struct flows *f, uint32_t event, int64_t distance, uint32_t via)
{
    if (f->distance[event] <= distance)
        return;
    f->distance[event] = distance;
    f->via[event] = via;
    heap_push(&f->heap, distance, event);
}

// Shortest residual path from the events with excess to the nearest that lacks flow. EVENT_NONE
// when there is none.
static uint32_t nearest_lack(struct flows *f)
{
    heap_clear(&f->heap);
    for (uint32_t e = 0; e < f->network->events; e++) {
        f->distance[e] = INT64_MAX;
        f->is_final[e] = false;
        f->via[e] = LINK_NONE;
    }
    for (uint32_t e = 0; e < f->network->events; e++)
        if (f->excess[e] > 0)
            reach(f, e, 0, LINK_NONE);
    struct heap_item least;
    while (heap_pop(&f->heap, &least)) {
        uint32_t e = least.event;
        if (f->is_final[e])
            continue;
        f->is_final[e] = true;
        if (f->excess[e] < 0)
            return e;
        for (uint32_t i = f->forward.first[e]; i < f->forward.first[e + 1]; i++) {
            const struct graph_arc *arc = &f->forward.arcs[i];
            if (room(f, arc->link) > 0)
                reach(f, arc->to, least.key + reduced(f, arc->link), arc->link);
        }
        for (uint32_t i = f->backward.first[e]; i < f->backward.first[e + 1]; i++) {
            const struct graph_arc *arc = &f->backward.arcs[i];
            if (f->flow[arc->link] > 0)
                reach(f, arc->to, least.key - reduced(f, arc->link), arc->link);
        }
    }
    return EVENT_NONE;
}

// The event before `event` on the path, and whether the link is used along its direction.
static uint32_t step_before(const struct flows *f, uint32_t event, bool *is_along)
{
    const struct link *link = &f->network->links[f->via[event]];
    *is_along = link->to == event;
    return *is_along ? link->from : link->to;
}

static void carry(struct flows *f, uint32_t lack)
{
    int64_t amount = -f->excess[lack];
    bool is_along;
    uint32_t e = lack;
    while (f->via[e] != LINK_NONE) {
        uint32_t before = step_before(f, e, &is_along);
        int64_t passes = is_along ? room(f, f->via[e]) : f->flow[f->via[e]];
        amount = passes < amount ? passes : amount;
        e = before;
    }
    amount = f->excess[e] < amount ? f->excess[e] : amount;
    f->excess[e] -= amount;
    f->excess[lack] += amount;
    for (e = lack; f->via[e] != LINK_NONE;) {
        uint32_t via = f->via[e];
        uint32_t before = step_before(f, e, &is_along);
        f->flow[via] += is_along ? amount : -amount;
        e = before;
    }
}

// Raises the potentials so that no residual link is below 0 after the path has been used.
static void raise_times(struct flows *f, int64_t nearest)
{
    for (uint32_t e = 0; e < f->network->events; e++)
        f->times[e] += f->distance[e] < nearest ? f->distance[e] : nearest;
}

static void fill_broken(struct flows *f)
{
    for (uint32_t i = 0; i < f->network->count; i++) {
        if (reduced(f, i) >= 0)
            continue;
        int64_t amount = room(f, i);
        f->flow[i] = amount;
        f->excess[f->network->links[i].to] += amount;
        f->excess[f->network->links[i].from] -= amount;
    }
}

static struct flows flows_make(const struct network *network, const struct settled *settled,
                               struct arena *scratch, struct arena *arena)
{
    struct flows f = {
        .network = network,
        .forward = graph_make(network, GRAPH_FORWARD, scratch),
        .backward = graph_make(network, GRAPH_BACKWARD, scratch),
        .times = ARENA_ARRAY(arena, int64_t, network->events),
        .flow = ARENA_ARRAY(arena, int64_t, network->count),
        .excess = ARENA_ARRAY(scratch, int64_t, network->events),
        .structural_room = 1, // plus one for each clause link: more than can ever be of use
        .distance = ARENA_ARRAY(scratch, int64_t, network->events),
        .via = ARENA_ARRAY(scratch, uint32_t, network->events),
        .is_final = ARENA_ARRAY(scratch, bool, network->events),
        .heap = heap_make(scratch),
    };
    for (uint32_t e = 0; e < network->events; e++)
        f.times[e] = settled->times[e];
    for (uint32_t i = 0; i < network->count; i++)
        f.structural_room += network->links[i].clause != LINK_STRUCTURAL;
    return f;
}

static void keep_relaxation(const struct flows *f, struct arena *arena,
                            struct relaxation *relaxation)
{
    uint32_t count = f->network->count;
    uint32_t *links = ARENA_ARRAY(arena, uint32_t, count);
    int64_t *amounts = ARENA_ARRAY(arena, int64_t, count);
    *relaxation = (struct relaxation){.times = f->times, .flow = f->flow, .is_possible = true};
    for (uint32_t i = 0; i < count; i++) {
        int64_t short_by = -reduced(f, i);
        if (short_by <= 0)
            continue;
        assert(f->network->links[i].clause != LINK_STRUCTURAL);
        links[relaxation->count] = i;
        amounts[relaxation->count++] = short_by;
        relaxation->total += short_by;
    }
    relaxation->links = links;
    relaxation->amounts = amounts;
}

bool repair_relax(const struct network *network, const struct settled *settled,
                  struct budget *budget, struct arena *arena, struct relaxation *relaxation,
                  struct error *error)
{
    struct negative_cycle cycle;
    if (!negative_cycle_structural(network, budget, arena, &cycle, error))
        return false;
    *relaxation = (struct relaxation){.is_possible = false};
    if (cycle.count > 0)
        return true;
    struct arena *scratch = arena_open();
    struct flows f = flows_make(network, settled, scratch, arena);
    fill_broken(&f);
    bool done = true;
    for (uint32_t lack; done && (lack = nearest_lack(&f)) != EVENT_NONE;) {
        carry(&f, lack);
        raise_times(&f, f.distance[lack]);
        done = budget_spend(budget, 1 + network->count);
    }
    if (done)
        keep_relaxation(&f, arena, relaxation);
    arena_close(scratch);
    return done ? true : budget_stopped(error);
}
