// SPDX-License-Identifier: Apache-2.0
// The seam between reading and timetable: limits found in a text become limits of a plan.

#ifndef ENTENTE_WORKBENCH_TIMETABLE_TIMETABLE_TEXT_H
#define ENTENTE_WORKBENCH_TIMETABLE_TIMETABLE_TEXT_H

#include "time_limits/limits.h"
#include "timetable/plan.h"

// The names that steps were given, by clause and number in the clause: in another reading of the
// same text, with other wordings, they are called the same.
struct timetable_names;
struct timetable_names *timetable_names_make(struct arena *arena);

// One text with the limits found in it.
struct timetable_text {
    struct str party; // whose draft; empty: the common text
    const struct limits_text *source;
    struct limits_found found;
    struct timetable_names *names; // NULL: of this reading alone
};

// Brings the limits of a text into a plan that is not finished. Limits that the plan already has
// confirmed, by phrase and clause, are not proposed again; the confirmed ones take over the place
// of their phrase in this text. A confirmed phrase that is not in the text is told in plan->notes.
//
// proposes  false: only look after the confirmed limits
void timetable_text_join(const struct timetable_text *text, bool proposes, struct plan *plan);

#endif
