// SPDX-License-Identifier: Apache-2.0
// When a period ends, in JSON and on one line.

#ifndef ENTENTE_RENDER_TIMETABLE_DATE_FORMS_H
#define ENTENTE_RENDER_TIMETABLE_DATE_FORMS_H

#include "answers/date_answer.h"

struct str date_json(const struct date_answer *answer, struct arena *arena);
struct str date_text(const struct date_answer *answer, struct arena *arena);

#endif
