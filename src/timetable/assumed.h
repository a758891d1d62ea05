// SPDX-License-Identifier: Apache-2.0
// A contradiction is only asserted from what was read: limits of which a part was assumed give way.

#ifndef ENTENTE_TIMETABLE_ASSUMED_H
#define ENTENTE_TIMETABLE_ASSUMED_H

#include "timetable/plan.h"

// Takes out of a finished plan, one by one, the limits that were assumed in part and without which a
// contradiction is not there. A note of the plan tells each, with what was assumed. What contradicts
// afterwards does so by limits that were read in every part.
//
// Errors: those of plan_solve
// Cost:   one solution of the plan for each limit taken out, and one more
bool plan_withdraw_assumed(struct plan *plan, struct budget *budget,
                           struct error *error) MUST_CHECK;

// Takes every limit out that was assumed in part, with a note, whether it contradicts or not.
void plan_drop_assumed(struct plan *plan);

#endif
