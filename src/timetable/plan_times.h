// SPDX-License-Identifier: Apache-2.0
// The earliest and latest times of a plan as the calendar itself counts its limits.

#ifndef ENTENTE_TIMETABLE_PLAN_TIMES_H
#define ENTENTE_TIMETABLE_PLAN_TIMES_H

#include "timetable/plan.h"

// The ends of the windows, by event: minutes from the origin, or unbounded.
struct plan_windows {
    int64_t *low;
    int64_t *high;
};

enum plan_times { TIMES_MET, TIMES_CONTRADICT, TIMES_FAILED };

// Raises the low ends, step by step, until they meet every limit as counted from just these times:
// the least such times, for an end never comes earlier for a later event. windows->high is what no
// event may pass. TIMES_CONTRADICT: an event would have to pass it, or no end is in sight.
//
// extra    further links, kept as they are
// Errors:  STOPPED; BAD_INPUT when a date leaves the years 1 to 9999
enum plan_times plan_times_raise(const struct plan *plan, const struct link *extra,
                                 uint32_t extra_count, const struct plan_windows *windows,
                                 struct budget *budget, struct error *error);

// Lowers the high ends in the same way; unbounded ones stay so where nothing bounds them.
enum plan_times plan_times_lower(const struct plan *plan, const struct link *extra,
                                 uint32_t extra_count, const struct plan_windows *windows,
                                 struct budget *budget, struct error *error);

// How long a period is that begins at `reference` (minutes from the origin): an event on a day
// stands at its midnight, and so does the day on which a period ends.
bool plan_length_at(const struct plan *plan, const struct plan_limit *limit,
                    const struct plan_bound *bound, int64_t reference, int64_t *length,
                    struct error *error) MUST_CHECK;

#endif
