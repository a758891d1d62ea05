// SPDX-License-Identifier: Apache-2.0
// What the forms of a proofreading say alike.

#ifndef ENTENTE_RENDER_TEXT_PROOFREAD_WORDS_H
#define ENTENTE_RENDER_TEXT_PROOFREAD_WORDS_H

#include "answers/proofread_answer.h"

// "References", "Defined terms" …
const char *proofread_heading(enum finding_kind kind);
// "30 findings: 2 sure, 8 likely, 20 to look at"
struct str proofread_counts(const struct proofread_answer *answer, struct arena *arena);
// The message with what would be right, or with what the words disagree with.
struct str proofread_message(const struct told_finding *finding, struct arena *arena);
// The readings that have it: "base, Tarsen", "all", "a combination".
struct str proofread_readings(const struct proofread_answer *answer,
                              const struct told_finding *finding, struct arena *arena);
// "Tarsen in 4(b): "not later than" …": the smallest set, and how many others there are. Empty: not known.
struct str proofread_causes(const struct told_finding *finding, struct arena *arena);
// How far combinations were looked at, a sentence each; empty: of a single text.
struct str proofread_reach(const struct proofread_answer *answer, struct arena *arena);
struct str proofread_cut(const struct proofread_answer *answer, struct arena *arena);

#endif
