// SPDX-License-Identifier: Apache-2.0
// What was found in a text, for eyes and as JSON.

#ifndef ENTENTE_RENDER_TEXT_PROOFREAD_FORMS_H
#define ENTENTE_RENDER_TEXT_PROOFREAD_FORMS_H

#include "answers/proofread_answer.h"
#include "render/page/report.h"

// "entente-proofread/1", as docs/proofread.md describes it.
struct str proofread_json(const struct proofread_answer *answer, struct arena *arena);
// Every finding by kind, the surest first.
struct report proofread_report(const struct proofread_answer *answer, struct arena *arena);
// A page: every finding by kind, and below them a single text with each finding at its place. Kinds can be
// shown alone, without a script.
struct str proofread_page(const struct proofread_answer *answer, struct arena *arena);
// The counts in one line.
struct str proofread_summary(const struct proofread_answer *answer, struct arena *arena);

#endif
