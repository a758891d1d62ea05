// SPDX-License-Identifier: Apache-2.0
// Whether all links of a network can be met: times that do, or the negative cycles in the way.

#ifndef ENTENTE_TIMETABLE_SETTLE_H
#define ENTENTE_TIMETABLE_SETTLE_H

#include "timetable/network.h"

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
