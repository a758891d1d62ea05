// SPDX-License-Identifier: Apache-2.0
// Differences of language versions, for eyes and as JSON.

#ifndef ENTENTE_RENDER_TEXT_CONCORDANCE_FORMS_H
#define ENTENTE_RENDER_TEXT_CONCORDANCE_FORMS_H

#include "answers/concordance_answer.h"
#include "render/page/report.h"

// "entente-concordance/1", as docs/proofread.md describes it.
struct str concordance_json(const struct concordance_answer *answer, struct arena *arena);
// A table for each further version.
struct report concordance_report(const struct concordance_answer *answer, struct arena *arena);

#endif
