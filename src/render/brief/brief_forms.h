// SPDX-License-Identifier: Apache-2.0
// Where the talks stand, for programs and as a report for people.

#ifndef ENTENTE_RENDER_BRIEF_BRIEF_FORMS_H
#define ENTENTE_RENDER_BRIEF_BRIEF_FORMS_H

#include "answers/brief_answer.h"
#include "render/page/report.h"

// "entente-brief/1".
struct str brief_json(const struct brief_answer *brief, struct arena *arena);
struct report brief_report(const struct brief_answer *brief, struct arena *arena);

#endif
