// SPDX-License-Identifier: Apache-2.0
// One reading of a merged text: without marks, without parties.

#ifndef ENTENTE_RENDER_TEXT_VIEW_FORMS_H
#define ENTENTE_RENDER_TEXT_VIEW_FORMS_H

#include "answers/view_answer.h"

// "entente-view/1", as docs/merge.md describes it.
struct str view_json(const struct view_answer *answer, struct arena *arena);
// A page of the family (render/page/page.h).
struct str view_page(const struct view_answer *answer, struct arena *arena);

#endif
