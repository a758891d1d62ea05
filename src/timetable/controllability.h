// SPDX-License-Identifier: Apache-2.0
// Whether a plan can be carried out whatever the durations take that nobody controls.

#ifndef ENTENTE_TIMETABLE_CONTROLLABILITY_H
#define ENTENTE_TIMETABLE_CONTROLLABILITY_H

#include "timetable/network.h"

// A duration that nobody controls: once `start` has happened, `end` comes between least and most
// later, and is only known when it comes.
struct uncertain_duration {
    uint32_t start;
    uint32_t end;
    int64_t least; // 0 <= least <= most
    int64_t most;
};

struct controllability {
    // Somebody who sees what has happened so far, and may act at the same moment, can always choose
    // the other events so that every link holds.
    bool is_controllable;
    // When not: events, each of which waits for the next and the last for the first.
    const uint32_t *loop;
    uint32_t loop_count;
};

// Dynamic controllability.
//
// network     the links that must hold, without the uncertain durations
// uncertain   no two with the same end
// Errors:     STOPPED; TOO_LARGE above CONTROLLABILITY_EVENTS_MAX; BAD_INPUT when least or most is wrong
// Cost:       O(E^3)
// Source:     Morris 2014, "Dynamic controllability and dispatchability relationships"
bool controllability_check(const struct network *network,
                           const struct uncertain_duration *uncertain, uint32_t uncertain_count,
                           struct budget *budget, struct arena *arena,
                           struct controllability *controllability, struct error *error) MUST_CHECK;

#define CONTROLLABILITY_EVENTS_MAX 3000

#endif
