// SPDX-License-Identifier: Apache-2.0
// The time limits of agreements, in JSON and for the terminal.

#ifndef ENTENTE_RENDER_TIMETABLE_LIMITS_FORMS_H
#define ENTENTE_RENDER_TIMETABLE_LIMITS_FORMS_H

#include "answers/limits_answer.h"

struct str limits_json(const struct limits_answer *answer, struct arena *arena);
struct str limits_listing(const struct limits_answer *answer, struct arena *arena);

#endif
