// SPDX-License-Identifier: Apache-2.0
// What could be agreed, and whether that is nearer or farther than it was, in each of the forms.

#ifndef ENTENTE_RENDER_BARGAIN_BARGAIN_FORMS_H
#define ENTENTE_RENDER_BARGAIN_BARGAIN_FORMS_H

#include "answers/bargain_answer.h"
#include "codec/json.h"

// "entente-bargain-answer/1".
struct str bargain_json(const struct bargain_answer *answer, struct arena *arena);
// Tables for a terminal.
struct str bargain_text(const struct bargain_answer *answer, struct arena *arena);
// A page: in words, the picture of the front, and every table.
struct str bargain_page(const struct bargain_answer *answer, struct arena *arena);
// What such a page says, for one that has other things too: whether something can be agreed; how the
// draft does, what stands in the way and what a concession buys; the figures, the fair points (whose
// packages the caller shows, with letters in the order of the points, then the draft and what is better)
// and the front, where there are several parties.
void bargain_page_verdict(const struct bargain_answer *answer, struct builder *out);
void bargain_page_moves(const struct bargain_answer *answer, struct builder *out);
void bargain_page_figures(const struct bargain_answer *answer, struct builder *out);

// "entente-bargain-prospects/1".
struct str prospects_json(const struct prospects_answer *answer, struct arena *arena);
struct str prospects_text(const struct prospects_answer *answer, struct arena *arena);
// A row for all, with the common gain, then one for each party, with its best acceptable value.
struct str prospects_csv(const struct prospects_answer *answer, struct arena *arena);
struct str prospects_page(const struct prospects_answer *answer, struct arena *arena);

// The members of bargain_json, into an open object.
void bargain_json_write(const struct bargain_answer *answer, struct json_writer *writer);
// "nearer", "farther", "as near as before".
const char *verdict_words(enum verdict verdict);
// "12" or "3 to 12".
struct str tally_text(const struct tally *tally, struct arena *arena);

#endif
