// SPDX-License-Identifier: Apache-2.0
// A timetable as a calendar file (RFC 5545) with relations between its entries (RFC 9253).

#ifndef ENTENTE_EXCHANGE_ICS_ICS_WRITE_H
#define ENTENTE_EXCHANGE_ICS_ICS_WRITE_H

#include "base/builder.h"
#include "timetable/timeline.h"

// Each row becomes a task: it starts at its earliest, is due at its latest day where there is one,
// and names the steps it waits for with RELTYPE=STARTTOSTART and the like, with the gap.
// The stamp of every entry is the plan's origin, so that the same plan gives the same bytes.
//
// Result: false when the plan has no dates: a calendar cannot say "day 3"
bool ics_write(const struct plan *plan, const struct plan_answer *answer,
               const struct timeline *timeline, struct builder *out);

#endif
