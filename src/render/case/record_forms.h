// SPDX-License-Identifier: Apache-2.0
// The record of a case, as JSON or in lines.

#ifndef ENTENTE_RENDER_CASE_RECORD_FORMS_H
#define ENTENTE_RENDER_CASE_RECORD_FORMS_H

#include "answers/record_answer.h"

struct str log_json(const struct log_answer *answer, struct arena *arena);
struct str log_text(const struct log_answer *answer, struct arena *arena);

struct str verify_json(const struct verify_answer *answer, struct arena *arena);
struct str verify_text(const struct verify_answer *answer, struct arena *arena);

struct str proof_json(const struct proof_answer *answer, struct arena *arena);
// What was proved, and what was not looked at because nothing to look with was given.
struct str proof_text(const struct proof_answer *answer, struct arena *arena);

// What an act entered: an object a line; the same as sentences; in plain words, for who sits at a page.
struct str act_json(const struct act_answer *answer, struct arena *arena);
struct str act_text(const struct act_answer *answer, struct arena *arena);
struct str act_words(const struct act_answer *answer, struct arena *arena);

// Which entries were taken out: an object a line; the same as sentences.
struct str forget_json(const struct forget_answer *answer, struct arena *arena);
struct str forget_text(const struct forget_answer *answer, struct arena *arena);

#endif
