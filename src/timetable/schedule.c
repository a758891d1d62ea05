// SPDX-License-Identifier: Apache-2.0
#include "timetable/schedule.h"
#include "timetable/graph.h"
#include "timetable/heap.h"

#include <assert.h>

struct seed {
    uint32_t event;
    int64_t distance;
};

// Distances from the seeds along the arcs; TIME_UNBOUNDED where no path leads. `sign` is 1 on a
// forward graph and -1 on a backward one: the settled times serve as potentials with that sign.
// via[e], when wanted, is the arc's link that gave e its distance, LINK_NONE for a seed.
static int64_t *distances(const struct graph *graph, const int64_t *times, int sign,
                          const struct seed *seeds, size_t seed_count, struct arena *arena,
                          uint32_t *via)
{
    struct arena *scratch = arena_open();
    int64_t *distance = ARENA_ARRAY(arena, int64_t, graph->events);
    bool *is_final = ARENA_ARRAY(scratch, bool, graph->events);
    struct heap heap = heap_make(scratch);
    for (uint32_t e = 0; e < graph->events; e++)
        distance[e] = TIME_UNBOUNDED;
    for (size_t i = 0; i < seed_count; i++) {
        uint32_t event = seeds[i].event;
        if (seeds[i].distance >= distance[event])
            continue;
        distance[event] = seeds[i].distance;
        heap_push(&heap, seeds[i].distance - sign * times[event], event);
    }
    struct heap_item least;
    while (heap_pop(&heap, &least)) {
        uint32_t event = least.event;
        if (is_final[event])
            continue;
        is_final[event] = true;
        for (uint32_t i = graph->first[event]; i < graph->first[event + 1]; i++) {
            const struct graph_arc *arc = &graph->arcs[i];
            int64_t length = distance[event] + arc->most;
            if (length >= distance[arc->to])
                continue;
            distance[arc->to] = length;
            if (via)
                via[arc->to] = arc->link;
            heap_push(&heap, length - sign * times[arc->to], arc->to);
        }
    }
    arena_close(scratch);
    return distance;
}

// The earliest time of e is the least t with: every path from e back to the origin holds. With
// `at_origin`, every event is also its own way back of length 0.
static int64_t *earliest_times(const struct graph *backward, const int64_t *times, bool at_origin,
                               struct arena *arena, uint32_t *via)
{
    struct arena *scratch = arena_open();
    struct seed *seeds = ARENA_ARRAY(scratch, struct seed, (size_t)backward->events + 1);
    size_t count = at_origin ? backward->events : 1;
    for (uint32_t e = 0; e < count; e++)
        seeds[e] = (struct seed){e, 0};
    for (uint32_t e = 0; e < backward->events; e++)
        via[e] = LINK_NONE;
    int64_t *earliest = distances(backward, times, -1, seeds, count, arena, via);
    for (uint32_t e = 0; e < backward->events; e++)
        earliest[e] = -earliest[e];
    arena_close(scratch);
    return earliest;
}

static uint32_t last_event(const int64_t *earliest, uint32_t events, enum schedule_end end)
{
    if (end == SCHEDULE_LAST_EVENT)
        return events - 1;
    uint32_t last = 0;
    for (uint32_t e = 1; e < events; e++)
        if (earliest[e] > earliest[last])
            last = e;
    return last;
}

// Follows the links that make the last event no earlier, back to where nothing does.
static void keep_chain(const struct network *network, const uint32_t *via, uint32_t last,
                       struct arena *arena, struct schedule *schedule)
{
    uint32_t count = 1;
    for (uint32_t e = last; via[e] != LINK_NONE; e = network->links[via[e]].to)
        count++;
    uint32_t *chain = ARENA_ARRAY(arena, uint32_t, count);
    uint32_t *links = ARENA_ARRAY(arena, uint32_t, count);
    uint32_t at = count;
    uint32_t e = last;
    chain[--at] = e;
    while (via[e] != LINK_NONE) {
        links[--at] = via[e];
        e = network->links[via[e]].to;
        chain[at] = e;
    }
    schedule->chain = chain;
    schedule->chain_links = links;
    schedule->chain_count = count;
}

void schedule_make(const struct network *network, const struct settled *settled,
                   enum schedule_end end, struct arena *arena, struct schedule *schedule)
{
    assert(network->events > 0 && settled->broken_count == 0);
    struct arena *scratch = arena_open();
    struct graph forward = graph_make(network, GRAPH_FORWARD, scratch);
    struct graph backward = graph_make(network, GRAPH_BACKWARD, scratch);
    uint32_t *via = ARENA_ARRAY(scratch, uint32_t, network->events);
    const int64_t *times = settled->times;
    int64_t *earliest = earliest_times(&backward, times, true, arena, via);
    schedule->starts_at_origin = earliest[0] == 0;
    if (!schedule->starts_at_origin)
        earliest = earliest_times(&backward, times, false, arena, via);
    schedule->earliest = earliest;
    uint32_t last = last_event(earliest, network->events, end);
    schedule->makespan = earliest[last];
    struct seed seeds[] = {{0, 0}, {last, schedule->makespan}};
    bool is_closed = end == SCHEDULE_LAST_EVENT && schedule->makespan > -TIME_UNBOUNDED;
    schedule->latest = distances(&forward, times, 1, seeds, is_closed ? 2 : 1, arena, NULL);
    keep_chain(network, via, last, arena, schedule);
    arena_close(scratch);
}
