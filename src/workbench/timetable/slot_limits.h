// SPDX-License-Identifier: Apache-2.0
// The time limits of a merged text by the wordings of its slots: one text with choices in it.

#ifndef ENTENTE_WORKBENCH_TIMETABLE_SLOT_LIMITS_H
#define ENTENTE_WORKBENCH_TIMETABLE_SLOT_LIMITS_H

#include "answers/rivals_answer.h"
#include "merge/sheet.h"
#include "time_limits/limits.h"

struct slot_limits {
    struct rivals rivals;            // drafts[0] is the base, then the parties as in the sheet
    const struct slot_group *groups; // one for each of rivals.slots
};

// Reads the limits under every wording of the open slots, one point at a time, the other points as
// in the base. Where a point has too many combinations, only those that differ from the base in one
// slot and those that a party holds are read; a note of the plan says so.
//
// common   limits that hold whatever is chosen (of a steps file, say); not finished
// given    the document's date where the caller knows it, else NULL
// Owner:   arena; the sheet and the plan are borrowed
// Errors:  those of limits_read; STOPPED
// Cost:    one reading of the whole text for each combination of the point with the most
bool slot_limits_make(const struct sheet *sheet, const struct plan *common,
                      const struct date *given, struct budget *budget, struct arena *arena,
                      struct slot_limits *made, struct error *error) MUST_CHECK;

// The choices of wordings that one exclusion of the rivals stands for; each set alone is impossible.
// Each set is minimal: without one of its choices the contradiction is not there.
//
// Result:  *sets, *set_count: at least one
size_t slot_limits_exclude(const struct slot_limits *limits,
                           const struct rival_exclusion *exclusion, struct arena *arena,
                           const struct slot_choices **sets);

// The wordings of which the slots of `limits->rivals` are made, one part for each slot of the sheet.
//
// Result: *parts, by slot of the rivals
// Owner:  arena; what limits holds is borrowed
void slot_limits_parts(const struct sheet *sheet, const struct slot_limits *limits,
                       struct arena *arena, const struct rival_parts **parts);

#endif
