// SPDX-License-Identifier: Apache-2.0
// Rival drafts of one timetable, in JSON and for the terminal.

#ifndef ENTENTE_RENDER_TIMETABLE_RIVALS_FORMS_H
#define ENTENTE_RENDER_TIMETABLE_RIVALS_FORMS_H

#include "answers/rivals_answer.h"

struct str rivals_json(const struct rivals_answer *rivals, struct arena *arena);
struct str rivals_text(const struct rivals_answer *rivals, struct arena *arena);

// The limits of a variant in words, one text.
struct str rivals_variant_says(const struct rivals_answer *rivals,
                               const struct rival_variant *variant, struct arena *arena);

#endif
