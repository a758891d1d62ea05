// SPDX-License-Identifier: Apache-2.0
// Which wordings of a merged text cannot stand together in time: for whoever weighs packages.

#ifndef ENTENTE_WORKBENCH_TIMETABLE_RIVALS_H
#define ENTENTE_WORKBENCH_TIMETABLE_RIVALS_H

#include "workbench/timetable/slot_limits.h"

// Wordings of which at most all but one can be had; with one alone, it can never be had.
struct slot_exclusion {
    const struct slot_choice *choices; // ascending by slot, one of each slot
    uint32_t count;                    // at least one
    struct str says; // why, on one line: "2 limits contradict, short by 1 day: 3(b) "…"; 12(a) "…""
};

struct slot_exclusions {
    const struct slot_exclusion *items; // no two alike; fewer choices first
    size_t count;
    bool is_complete;  // false: the budget of questions ran out, larger sets may be missing
    struct str common; // why nothing can be met at all, whatever is chosen; empty: it can
};

// Reads the limits of a merged text slot by slot and finds which wordings exclude each other.
//
// sheet    as sheet_lay or merged_file_read give it
// Owner:   arena; the sheet is borrowed
// Errors:  those of slot_limits_make and plan_solve; STOPPED
bool timetable_exclusions(const struct sheet *sheet, struct budget *budget, struct arena *arena,
                          struct slot_exclusions *found, struct error *error) MUST_CHECK;

#endif
