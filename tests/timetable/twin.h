// SPDX-License-Identifier: Apache-2.0
// Plain twins of the timetable's algorithms: slow, obviously right, for small networks.

#ifndef ENTENTE_TESTS_TIMETABLE_TWIN_H
#define ENTENTE_TESTS_TIMETABLE_TWIN_H

#include "timetable/settle.h"

#include "tap.h"

#define TWIN_EVENTS 12
#define TWIN_NEVER (INT64_MAX / 4) // further than any path

// The tightest distances between all events (Floyd and Warshall).
struct twin_distances {
    int64_t between[TWIN_EVENTS][TWIN_EVENTS];
};
struct twin_distances twin_distances(const struct network *network);
bool twin_is_possible(const struct network *network);

// All cycles below 0 that pass no event twice: how many there are, and the fewest links of clauses
// in one of them.
struct twin_cycles {
    uint32_t count;
    uint32_t fewest;
};
struct twin_cycles twin_cycles(const struct network *network);

// The fewest links to drop, tried out over all subsets; at most 16 links.
uint32_t twin_fewest_drops(const struct network *network);

// A random network of up to TWIN_EVENTS events; about one in two can be met.
struct network twin_network(struct tap_random *random);

#endif
