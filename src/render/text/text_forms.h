// SPDX-License-Identifier: Apache-2.0
// The words of a document, a line a paragraph.

#ifndef ENTENTE_RENDER_TEXT_TEXT_FORMS_H
#define ENTENTE_RENDER_TEXT_TEXT_FORMS_H

#include "answers/text_answer.h"
#include "base/builder.h"

// Cost: O(length)
struct str text_plain(const struct text_answer *answer, struct arena *arena);
// Notes, and whose tracked changes the document has.
struct str text_summary(const struct text_answer *answer, struct arena *arena);

#endif
