// SPDX-License-Identifier: Apache-2.0
// A plan with all that has been found out about it: what every form of a timetable shows.

#ifndef ENTENTE_ANSWERS_TIMETABLE_ANSWER_H
#define ENTENTE_ANSWERS_TIMETABLE_ANSWER_H

#include "timetable/controllability.h"
#include "timetable/timeline.h"

// One event that moves when a step slips.
struct timetable_move {
    uint32_t event;
    int64_t by; // minutes
};

struct timetable_delay {
    struct str step;
    int64_t by;       // minutes
    bool is_possible; // false: the delay breaks a limit
    struct plan_answer answer;
    const struct timetable_move *moves; // when possible; by event
    size_t move_count;
};

struct timetable_answer {
    struct plan plan;
    struct plan_answer answer;
    struct timeline timeline;
    bool has_from;
    int64_t from;             // minutes from the origin
    bool has_controllability; // there are durations that nobody controls, and the limits can be met
    struct controllability controllability;
    bool has_delay;
    struct timetable_delay delay;
};

// Whether a row is still to come on or after `from`.
bool timetable_is_next(const struct timetable_answer *answer, const struct timeline_row *row);

#endif
