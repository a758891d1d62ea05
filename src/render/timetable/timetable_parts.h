// SPDX-License-Identifier: Apache-2.0
// Pieces that the forms of a timetable share; for the files of this folder only.

#ifndef ENTENTE_RENDER_TIMETABLE_TIMETABLE_PARTS_H
#define ENTENTE_RENDER_TIMETABLE_TIMETABLE_PARTS_H

#include "render/timetable/timetable_forms.h"

// The picture, with each row called as people call it: in a page nobody should meet names that were
// made for a file.
void timetable_picture(const struct timetable_answer *timetable, struct builder *out);

// "All 6 limits that were read can be met; 5 expressions of time were not read", without a full stop.
struct str timetable_met(const struct timetable_answer *timetable, struct arena *arena);

// "5 expressions of time"; empty where no text was read.
struct str timetable_unread(const struct plan *plan, struct arena *arena);

// What a row is called: its title, else its name.
struct str timetable_row_title(const struct timeline_row *row);

// A row's title, the title of the event that bears its name, or its name as words: "end of interim".
struct str timetable_row_words(const struct timeline_row *row, struct arena *arena);

#endif
