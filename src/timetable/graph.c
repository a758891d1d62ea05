// SPDX-License-Identifier: Apache-2.0
#include "timetable/graph.h"

struct graph graph_make(const struct network *network, enum graph_direction direction,
                        struct arena *arena)
{
    bool forward = direction == GRAPH_FORWARD;
    uint32_t *first = ARENA_ARRAY(arena, uint32_t, (size_t)network->events + 2);
    struct graph_arc *arcs = ARENA_ARRAY(arena, struct graph_arc, network->count);
    // Counted two places on, so that after the filling first[e] is where event e begins.
    for (uint32_t i = 0; i < network->count; i++)
        first[(forward ? network->links[i].from : network->links[i].to) + 2]++;
    for (uint32_t e = 2; e <= network->events + 1; e++)
        first[e] += first[e - 1];
    for (uint32_t i = 0; i < network->count; i++) {
        const struct link *link = &network->links[i];
        uint32_t leaves = forward ? link->from : link->to;
        uint32_t reaches = forward ? link->to : link->from;
        arcs[first[leaves + 1]++] = (struct graph_arc){reaches, i, link->most};
    }
    return (struct graph){network->events, first, arcs};
}
