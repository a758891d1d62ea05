// SPDX-License-Identifier: Apache-2.0
// A network of time links between events, and whether all of them can be met.

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

// Links that cannot all hold: the `to` of each is the `from` of the next, the last leads back to
// the first, no event is passed twice, and their `most` add up to sum < 0.
struct negative_cycle {
    const uint32_t *links; // numbers in network.links
    uint32_t count;
    int64_t sum;
};

// Times that meet every link except the broken ones; every cycle passes a broken link.
struct settled {
    const int64_t *times;   // one per event; not tied to the origin
    const uint32_t *broken; // links, each of which closed a cycle; empty: all can be met
    const struct negative_cycle *cycles; // cycles[i] is the one that broken[i] closed
    uint32_t broken_count;
};

// Whether all links can be met. With `all` false it ends at the first cycle, and times is NULL
// if there is one.
//
// Errors:   STOPPED
// Cost:     O(E L) at worst, about O(L) on networks that people write
// Source:   Bellman and Ford with subtree disassembly: Tarjan 1981; Cherkassky and Goldberg 1999
bool network_settle(const struct network *network, bool all, struct budget *budget,
                    struct arena *arena, struct settled *settled, struct error *error) MUST_CHECK;

#endif
