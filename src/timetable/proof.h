// SPDX-License-Identifier: Apache-2.0
// Checks the timetable's answers by plain means that share no code with what found them.

#ifndef ENTENTE_TIMETABLE_PROOF_H
#define ENTENTE_TIMETABLE_PROOF_H

#include "timetable/repair.h"
#include "timetable/schedule.h"
#include "timetable/settle.h"

// Each gives NULL when the answer is proved, else what is wrong with it. Cost: O(E + L).

// The links close a cycle, pass no event twice, and add up to sum < 0: no times can meet them.
const char *proof_of_negative_cycle(const struct network *network,
                                    const struct negative_cycle *cycle);

// The times meet every link.
const char *proof_of_times(const struct network *network, const int64_t *times);

// Earliest and latest times meet every link, and none can be moved: each is held in place by a
// chain of tight links from the origin (or, for latest times, from the end).
const char *proof_of_schedule(const struct network *network, enum schedule_end end,
                              const struct schedule *schedule);

// The relaxed links can be met, and the flow is a circulation that proves that less will not do.
const char *proof_of_relaxation(const struct network *network, const struct relaxation *relaxation);

#endif
