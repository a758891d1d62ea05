// SPDX-License-Identifier: Apache-2.0
// What was found in a text, for eyes and as JSON.

#ifndef ENTENTE_RENDER_TEXT_PROOFREAD_FORMS_H
#define ENTENTE_RENDER_TEXT_PROOFREAD_FORMS_H

#include "answers/proofread_answer.h"
#include "render/page/report.h"

// "entente-proofread/1", as docs/proofread.md describes it.
struct str proofread_json(const struct proofread_answer *answer, struct arena *arena);
// Every finding by kind, the surest first.
// with_text  the text itself stands below, and each finding leads to its paragraph; nothing of a merged one
struct report proofread_report(const struct proofread_answer *answer, bool with_text,
                               struct arena *arena);
// The counts in one line.
struct str proofread_summary(const struct proofread_answer *answer, struct arena *arena);

#endif
