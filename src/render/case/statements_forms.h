// SPDX-License-Identifier: Apache-2.0
// Statements: all that was found as JSON, a list for eyes, or the part that goes into a case.

#ifndef ENTENTE_RENDER_CASE_STATEMENTS_FORMS_H
#define ENTENTE_RENDER_CASE_STATEMENTS_FORMS_H

#include "answers/statements_answer.h"

// The form of docs/statements.md.
struct str statements_json(const struct statements_answer *answer, struct arena *arena);
struct str statements_text(const struct statements_answer *answer, struct arena *arena);
// The same statements as the list that `entente statement CASE -` takes.
struct str statements_proposal(const struct statements_answer *answer, struct arena *arena);

// Notes, a line each, and how many statements there are.
struct str statements_summary(const struct statements_answer *answer, struct arena *arena);

// --- A part of the JSON

// What is told when no date of the report is known.
struct str statements_date_note(struct str file, struct arena *arena);

#endif
