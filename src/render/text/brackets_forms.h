// SPDX-License-Identifier: Apache-2.0
// A bracketed text in its own forms; as a sheet it also has those of merged_forms.h.

#ifndef ENTENTE_RENDER_TEXT_BRACKETS_FORMS_H
#define ENTENTE_RENDER_TEXT_BRACKETS_FORMS_H

#include "answers/brackets_answer.h"
#include "base/builder.h"

// "entente-brackets/1", as docs/brackets.md describes it.
struct str brackets_json(const struct brackets_answer *answer, struct arena *arena);
// What a person wants to know, in lines.
struct str brackets_report(const struct brackets_answer *answer, struct arena *arena);
// The counts in one line.
struct str brackets_summary(const struct brackets_answer *answer, struct arena *arena);

#endif
