// SPDX-License-Identifier: Apache-2.0
// A plan with all that has been found out about it: what the renderings of a timetable show.

#ifndef ENTENTE_WORKBENCH_TIMETABLE_TIMETABLE_PLAN_H
#define ENTENTE_WORKBENCH_TIMETABLE_TIMETABLE_PLAN_H

#include "codec/json.h"
#include "prose/date.h"
#include "timetable/controllability.h"
#include "timetable/timeline.h"

#include <entente/timetable.h>

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

struct timetable {
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

// Reads the steps file, rules and holidays of the options into a plan that is not finished.
//
// Result: *proposes says whether limits found in a text beside it count as well
// Errors: BAD_INPUT naming file and line; TOO_LARGE
bool timetable_read_steps(const struct entente_timetable_options *options, struct arena *arena,
                          struct plan *plan, bool *proposes, struct error *error) MUST_CHECK;

// The text's own date as the options give it; false in *is_given when they do not.
bool timetable_signed_on(const struct entente_timetable_options *options, struct date *date,
                         bool *is_given, struct error *error) MUST_CHECK;

// Reads the plan that the options name, not finished: their steps file, their text, or both.
//
// party   whose draft the text is; empty: the common text
// Errors: BAD_INPUT naming file and line; TOO_LARGE
bool timetable_read_plan(const struct entente_timetable_options *options, struct str party,
                         struct arena *arena, struct plan *plan, struct error *error) MUST_CHECK;

// The members that tell of a contradiction, into an open object; the same in words.
void timetable_json_contradiction(struct json_writer *json, const struct plan *plan,
                                  const struct plan_answer *answer, struct arena *arena);
void timetable_print_contradiction(struct builder *out, const struct plan *plan,
                                   const struct plan_answer *answer, struct arena *arena);

struct str timetable_json(const struct timetable *timetable, struct arena *arena);
struct str timetable_table(const struct timetable *timetable, struct arena *arena);
struct str timetable_csv(const struct timetable *timetable, struct arena *arena);

// Notes as lines for whoever reads the terminal.
struct str timetable_notes(const struct list *notes, struct arena *arena);

// Whether a row is still to come on or after `from`.
bool timetable_is_next(const struct timetable *timetable, const struct timeline_row *row);

#endif
