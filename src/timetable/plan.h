// SPDX-License-Identifier: Apache-2.0
// A plan: events with names, limits in calendar terms with their clauses, and what follows.

#ifndef ENTENTE_TIMETABLE_PLAN_H
#define ENTENTE_TIMETABLE_PLAN_H

#include "base/list.h"
#include "base/names.h"
#include "timetable/negative_cycle.h"
#include "timetable/repair.h"
#include "timetable/rules.h"
#include "timetable/schedule.h"

// One side of a limit: nothing, a period from the reference event, or a date.
struct plan_bound {
    enum plan_bound_kind { BOUND_NONE, BOUND_PERIOD, BOUND_DATE } kind;
    struct period period;
    int64_t date; // minutes from 1970
};

enum plan_kind {
    PLAN_LIMIT,      // an ordinary time limit
    PLAN_ANCHOR,     // a date that is known
    PLAN_CONDITION,  // "provided that", "upon": one thing after another
    PLAN_GUARANTEE,  // if the reference happens, the event follows within the limit
    PLAN_STRUCTURAL, // lies in the nature of things, and cannot be given up
    PLAN_UNCERTAIN,  // a duration that nobody controls: anything between least and most
};

// least <= t(event) - t(reference) <= most, in the calendar's terms.
struct plan_limit {
    enum plan_kind kind;
    uint32_t event;
    uint32_t reference; // 0, the origin, where the bounds are dates
    struct plan_bound least;
    struct plan_bound most;
    const struct rules *rules; // NULL: the plan's
    struct str clause;         // label of the clause: "9"; may be empty
    struct str phrase;         // the words
    struct str party;          // who says so; empty: the common text
    struct str file;
    size_t line;
    bool is_confirmed;  // by a person, in the steps file
    bool is_open;       // a vague term, without a number
    struct str assumed; // what of it the words do not say; empty: every part was read
};

// What is told of a step beside its times; the events NAME, NAME.start and NAME.end are its.
struct plan_step {
    struct str name;
    struct str title;
    struct str party; // who acts
};

// An expression of time in a text that was read as no limit.
struct plan_unread {
    struct str file;
    size_t line;
    struct str clause;
    struct str phrase;
};

// 1. Event 0 is "origin", at `origin`. 2. Limits name events of `events`.
struct plan {
    struct arena *arena;
    struct names *events;
    struct list limits;       // struct plan_limit
    struct list steps;        // struct plan_step
    struct names *step_names; // of `steps`, with their numbers
    struct list notes;        // struct str: what a person should know
    struct list unread;       // struct plan_unread
    bool has_text;            // limits were read from a text, so that some may have been missed
    struct calendar calendar;
    const struct rules *rules;
    bool has_origin; // false: no date is known, times are counted from day 0
    int64_t origin;  // minutes from 1970
};

struct plan plan_make(struct arena *arena);
// The event with this name, new or known. "signing" and "origin" are ordinary names but that
// "origin" is event 0.
uint32_t plan_event(struct plan *plan, struct str name);
struct plan_limit *plan_add(struct plan *plan, enum plan_kind kind, uint32_t event,
                            uint32_t reference);
// Adds the start of each step before its end for all that have both, and gives a plan without origin
// its earliest date as origin. To be called once, when all limits are there.
void plan_finish(struct plan *plan);

// The other end of a step. plan_start_of gives X.start, else X, for X.end; plan_end_of gives X.end
// for X.start, and for X where there is no X.start. Other events are their own start and end.
uint32_t plan_start_of(const struct plan *plan, uint32_t event);
uint32_t plan_end_of(const struct plan *plan, uint32_t event);

// Adds a step, unless there is one of that name.
void plan_tell(struct plan *plan, struct plan_step step);
// The step of that name, or NULL.
const struct plan_step *plan_step_called(const struct plan *plan, struct str name);
// The step an event belongs to, or NULL: the one that bears the event's own name ("interim.end") before
// the one whose start or end it is.
const struct plan_step *plan_step_of(const struct plan *plan, uint32_t event);

// Where a link of the network comes from.
struct plan_link {
    uint32_t limit; // in plan.limits
    bool is_most;
};

// What follows from a plan. Times are minutes from the origin.
struct plan_answer {
    struct network network; // the limits as counted at the times found
    const struct plan_link *links;
    bool is_possible;
    struct schedule schedule;     // when not possible: as it would be once relaxed
    struct negative_cycle cycle;  // when not: the fewest clauses that contradict
    struct cycles cycles;         // when not: all minimal contradictions, up to a bound
    struct relaxation relaxation; // when not
    struct dropping dropping;     // when not: the fewest limits to drop, by number of the limit
    // The verdict rests on months and working days as counted at the times found, not at every
    // possible time; only ever true of a contradiction.
    bool is_counted_at_times;
};

// Works a finished plan out.
//
// cycles  how many contradictions to list
// extra    further links beside the plan's limits (a delay, say); their clause is taken as it is
// Errors:  STOPPED; BAD_INPUT when dates leave the years 1 to 9999
bool plan_solve(const struct plan *plan, const struct link *extra, uint32_t extra_count,
                uint32_t cycles, struct budget *budget, struct arena *arena,
                struct plan_answer *answer, struct error *error) MUST_CHECK;

// When a bound falls due, counted from the reference's time (minutes from the origin).
bool plan_due(const struct plan *plan, const struct plan_limit *limit,
              const struct plan_bound *bound, int64_t reference, struct due *due,
              struct error *error) MUST_CHECK;

// The rules that count a limit.
const struct rules *plan_rules(const struct plan *plan, const struct plan_limit *limit);

#endif
