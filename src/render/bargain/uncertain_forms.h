// SPDX-License-Identifier: Apache-2.0
// What could be agreed while values are not all known, in each of the forms.

#ifndef ENTENTE_RENDER_BARGAIN_UNCERTAIN_FORMS_H
#define ENTENTE_RENDER_BARGAIN_UNCERTAIN_FORMS_H

#include "answers/uncertain_answer.h"
#include "base/builder.h"

// "entente-bargain-uncertain/1".
struct str uncertain_json(const struct uncertain_answer *answer, struct arena *arena);
// Tables for a terminal.
struct str uncertain_text(const struct uncertain_answer *answer, struct arena *arena);
// A row for each package listed.
struct str uncertain_csv(const struct uncertain_answer *answer, struct arena *arena);
struct str uncertain_page(const struct uncertain_answer *answer, struct arena *arena);
// What such a page says, for one that shows packages and questions its own way: whether something can be
// agreed, and how many packages each would accept; what was assumed.
void uncertain_page_verdict(const struct uncertain_answer *answer, struct builder *out);
void uncertain_page_foot(const struct uncertain_answer *answer, struct builder *out);

#endif
