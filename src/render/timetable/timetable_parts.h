// SPDX-License-Identifier: Apache-2.0
// Pieces that the forms of a timetable share; for the files of this folder only.

#ifndef ENTENTE_RENDER_TIMETABLE_TIMETABLE_PARTS_H
#define ENTENTE_RENDER_TIMETABLE_TIMETABLE_PARTS_H

#include "render/timetable/timetable_forms.h"

// "5 expressions of time"; empty where no text was read.
struct str timetable_unread(const struct plan *plan, struct arena *arena);

// What a row is called: its title, else its name.
struct str timetable_row_title(const struct timeline_row *row);

// A row's title, the title of the event that bears its name, or its name as words: "end of interim".
struct str timetable_row_words(const struct timeline_row *row, struct arena *arena);

#endif
