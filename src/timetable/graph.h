// SPDX-License-Identifier: Apache-2.0
// The links of a network by the event they leave.

#ifndef ENTENTE_TIMETABLE_GRAPH_H
#define ENTENTE_TIMETABLE_GRAPH_H

#include "timetable/network.h"

struct graph_arc {
    uint32_t to;
    uint32_t link; // its number in the network
    int64_t most;
};

// The arcs that leave event e are arcs[first[e]] up to, not including, arcs[first[e + 1]].
struct graph {
    uint32_t events;
    const uint32_t *first;
    const struct graph_arc *arcs;
};

enum graph_direction { GRAPH_FORWARD, GRAPH_BACKWARD };

// Backward, arc.to is the link's `from` and the arcs are those that reach an event.
struct graph graph_make(const struct network *network, enum graph_direction direction,
                        struct arena *arena);

#endif
