// SPDX-License-Identifier: Apache-2.0
// Which wordings of a merged text are read together, and the text that they make.

#ifndef ENTENTE_WORKBENCH_TIMETABLE_SLOT_READING_H
#define ENTENTE_WORKBENCH_TIMETABLE_SLOT_READING_H

#include "merge/sheet.h"
#include "time_limits/limits.h"

// The open slots of one point, and the combinations of their wordings that are read.
//
// 1. The first combination is the base's. 2. Combinations differ from one another.
struct slot_point {
    const uint32_t *slots;      // of the sheet, ascending
    uint32_t slot_count;        // 0: nothing is open here
    const uint32_t *wordings;   // slot_count numbers a combination
    uint32_t combination_count; // at least one
    bool is_partial;            // not all combinations are among them
};

struct slot_points {
    const struct slot_point *items; // one for each point of the sheet
    uint32_t most;                  // combinations of the point that has the most
};

// Owner: arena
void slot_points_make(const struct sheet *sheet, struct arena *arena, struct slot_points *points);

// The wording of a slot that a party holds; of one that nobody holds, the base's.
uint32_t slot_wording_of(const struct sheet_slot *slot, struct party party);

// The whole text in reading number `round`: each point in its combination of that number, points
// that have no such combination as in the base.
struct slot_reading {
    struct limits_text text;     // each line a paragraph; its clauses are the points
    const size_t *point_of_line; // lines count from 0
    size_t line_count;
};

// names    of the points' clauses, as clause_names gives them
void slot_reading_make(const struct sheet *sheet, const struct slot_points *points,
                       const struct str *names, uint32_t round, struct arena *arena,
                       struct slot_reading *reading);

#endif
