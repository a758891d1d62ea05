// SPDX-License-Identifier: Apache-2.0
// From options to a plan, and from a plan to all that is found out about it.

#ifndef ENTENTE_WORKBENCH_TIMETABLE_TIMETABLE_FIND_H
#define ENTENTE_WORKBENCH_TIMETABLE_TIMETABLE_FIND_H

#include "answers/timetable_answer.h"
#include "prose/date.h"

#include <entente/timetable.h>

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
                         struct budget *budget, struct arena *arena, struct plan *plan,
                         struct error *error) MUST_CHECK;

// Works out what follows from a plan that is not finished, read or made by the caller.
//
// options  what is asked of it: from, slip, circles; its files count no more
// Owner:   arena, in which the plan was made as well
// Errors:  BAD_INPUT for a step or date that there is not; STOPPED
bool timetable_work_out(const struct entente_timetable_options *options, const struct plan *plan,
                        struct budget *budget, struct arena *arena, struct timetable_answer *answer,
                        struct error *error) MUST_CHECK;

// Works out what entente_timetable answers, for whoever shows it: reads the plan, then as above.
//
// Owner:  arena; files are borrowed
// Errors: as timetable_read_plan; STOPPED
bool timetable_find(const struct entente_timetable_options *options, struct budget *budget,
                    struct arena *arena, struct timetable_answer *answer,
                    struct error *error) MUST_CHECK;

#endif
