// SPDX-License-Identifier: Apache-2.0
// The earliest and the latest time of every event of a network that can be met.

#ifndef ENTENTE_TIMETABLE_SCHEDULE_H
#define ENTENTE_TIMETABLE_SCHEDULE_H

#include "timetable/settle.h"

#define TIME_UNBOUNDED INT64_MAX // a latest time that nothing bounds; an earliest: -TIME_UNBOUNDED

struct schedule {
    const int64_t *earliest; // from the origin, event 0
    const int64_t *latest;   // at least the earliest, or TIME_UNBOUNDED
    int64_t makespan;        // the earliest time of the last event, or of the greatest earliest one
    bool starts_at_origin;   // no event lies before the origin
    // The critical chain: events from the origin to the end, each as early as it can be because of
    // the one before it. chain_links[i] leads from chain[i + 1] back to chain[i].
    const uint32_t *chain;
    const uint32_t *chain_links;
    uint32_t chain_count;
};

// What the latest times are counted back from.
enum schedule_end {
    SCHEDULE_OPEN,      // nothing but the links
    SCHEDULE_LAST_EVENT // the event with the highest number comes no later than it must
};

// Earliest and latest times. Events are taken to lie at the origin or later; only when the links
// forbid that, they may lie before it, and what has no earliest time gets -TIME_UNBOUNDED.
//
// settled   of the same network, nothing broken; the network has at least one event
// Cost:     O(L log E)
// Source:   Dijkstra with the settled times as potentials (Johnson 1977)
void schedule_make(const struct network *network, const struct settled *settled,
                   enum schedule_end end, struct arena *arena, struct schedule *schedule);

#endif
