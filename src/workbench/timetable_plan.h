// SPDX-License-Identifier: Apache-2.0
// A plan with all that has been found out about it: what the renderings of a timetable show.

#ifndef ENTENTE_WORKBENCH_TIMETABLE_PLAN_H
#define ENTENTE_WORKBENCH_TIMETABLE_PLAN_H

#include "timetable/timeline.h"

// One event that moves when a step slips.
struct timetable_move {
    uint32_t event;
    int64_t by; // minutes
};

struct timetable_slip {
    struct str step;
    int64_t by;       // minutes
    bool is_possible; // false: the slip breaks a limit
    struct plan_answer answer;
    const struct timetable_move *moves; // when possible; by event
    size_t move_count;
};

struct timetable {
    struct plan plan;
    struct plan_answer answer;
    struct timeline timeline;
    bool has_from;
    int64_t from; // minutes from the origin
    bool has_slip;
    struct timetable_slip slip;
};

struct str timetable_json(const struct timetable *timetable, struct arena *arena);
struct str timetable_table(const struct timetable *timetable, struct arena *arena);
struct str timetable_csv(const struct timetable *timetable, struct arena *arena);

// Whether a row is still to come on or after `from`.
bool timetable_is_next(const struct timetable *timetable, const struct timeline_row *row);

#endif
