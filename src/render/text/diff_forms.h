// SPDX-License-Identifier: Apache-2.0
// Revisions in their own forms; as a merged text they also have those of merged_forms.h.

#ifndef ENTENTE_RENDER_TEXT_DIFF_FORMS_H
#define ENTENTE_RENDER_TEXT_DIFF_FORMS_H

#include "answers/diff_answer.h"
#include "base/builder.h"

// "entente-diff/1".
struct str diff_json(const struct diff_answer *answer, struct arena *arena);
// How many revisions there are, and the notes.
struct str diff_summary(const struct diff_answer *answer, struct arena *arena);

#endif
