// SPDX-License-Identifier: Apache-2.0
// A worked-out plan as rows to show: one for each step or event, in the order of time.

#ifndef ENTENTE_TIMETABLE_TIMELINE_H
#define ENTENTE_TIMETABLE_TIMELINE_H

#include "timetable/plan.h"

// A step with a start and an end, or an event (start == end).
struct timeline_row {
    struct str name;
    struct str title; // empty when none is given
    struct str party; // who acts; empty when not said
    uint32_t start;
    uint32_t end;
    bool is_critical;   // nothing can move without breaking a limit
    bool is_in_dispute; // an event of the contradiction
    bool is_loose;      // no limit holds it back, none bounds it: its time is only the origin's
    uint32_t early;     // the limit that holds the end back, LINK_NONE: none
    uint32_t late;      // the limit that it must not overrun, LINK_NONE: none
};

struct timeline {
    const struct timeline_row *rows;
    size_t count;
    int64_t first; // minutes from the origin: the span to draw
    int64_t last;
};

// The origin itself has no row. Rows stand by the earliest time of their start, then by name; loose
// ones come last.
void timeline_make(const struct plan *plan, const struct plan_answer *answer, struct arena *arena,
                   struct timeline *timeline);

// "2015-02-15", or "day 3" in a plan without dates; "open" where nothing bounds it.
struct str timeline_date(const struct plan *plan, int64_t minutes, struct arena *arena);
// "3 days", "5 hours": minutes in words, without sign.
struct str timeline_span(int64_t minutes, struct arena *arena);

// An event as people call it: "end of "Withdrawal of forces"" where its step has a title, else its name.
struct str timeline_event(const struct plan *plan, uint32_t event, struct arena *arena);
// A limit in words: ""Elections" at least 1 day after law.passed", "settlement by 2015-12-31".
struct str timeline_says(const struct plan *plan, const struct plan_limit *limit, bool is_most,
                         struct arena *arena);
// Both sides of a limit in words: "withdrawal within 30 days after signing".
struct str timeline_limit(const struct plan *plan, const struct plan_limit *limit,
                          struct arena *arena);
// Where it stands: "clause 9, UA, package.txt line 54".
struct str timeline_place(const struct plan_limit *limit, struct arena *arena);
// The rule by which the limit that ends a row is counted, and why that day; empty when no period
// is counted.
struct str timeline_rule(const struct plan *plan, const struct plan_answer *answer,
                         const struct timeline_row *row, struct arena *arena);

#endif
