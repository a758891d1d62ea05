// SPDX-License-Identifier: Apache-2.0
// How far an interview has come, and what to ask next.

#ifndef ENTENTE_RENDER_BARGAIN_INTERVIEW_FORMS_H
#define ENTENTE_RENDER_BARGAIN_INTERVIEW_FORMS_H

#include "answers/interview_answer.h"
#include "base/arena.h"

// The next question; or the scores, or the answers that contradict one another.
struct str interview_text(const struct interview_answer *answer, struct arena *arena);

// What to write for each reply to the next question, a line each and empty where there is no such reply:
// the first is better, the second, both are equal. Then the question as it is put to a person.
struct str interview_prompt(const struct interview_answer *answer, struct arena *arena);

// "entente-interview/1".
struct str interview_json(const struct interview_answer *answer, struct arena *arena);

#endif
