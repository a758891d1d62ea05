// SPDX-License-Identifier: Apache-2.0
// A network of time links between events.

#ifndef ENTENTE_TIMETABLE_NETWORK_H
#define ENTENTE_TIMETABLE_NETWORK_H

#include "base/arena.h"
#include "base/budget.h"

// t(to) - t(from) <= most, in whatever unit the caller counts (days or minutes).
struct link {
    uint32_t from;
    uint32_t to;
    int64_t most;
    // The clause that says so; several links may have one clause. LINK_STRUCTURAL: no clause, it
    // lies in the nature of things (a start is not after its end) and cannot be given up.
    uint32_t clause;
};

#define LINK_STRUCTURAL UINT32_MAX
#define EVENT_NONE UINT32_MAX
#define LINK_NONE UINT32_MAX

// 1. Every from and to is below `events`. 2. Event 0 is the origin, if the caller needs one.
// 3. |most| <= network_most(events), so that no sum along a path overflows.
struct network {
    uint32_t events;
    const struct link *links;
    uint32_t count;
};

// The largest |most| that a network of so many events may hold.
int64_t network_most(uint32_t events);

// The first link that breaks an invariant above, or LINK_NONE.
uint32_t network_check(const struct network *network);

#endif
