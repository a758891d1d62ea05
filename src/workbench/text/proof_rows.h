// SPDX-License-Identifier: Apache-2.0
// What was found in all readings and combinations, each thing once.

#ifndef ENTENTE_WORKBENCH_TEXT_PROOF_ROWS_H
#define ENTENTE_WORKBENCH_TEXT_PROOF_ROWS_H

#include "answers/proofread_answer.h"
#include "base/names.h"
#include "proofreading/proofread.h"
#include "workbench/text/proof_places.h"

// 1. told and in have the same count
struct proof_rows {
    struct list told;         // struct told_finding
    struct list in;           // by the same: bool *, by reading
    struct names *known;      // by clause, words and message
    struct names *identities; // proof_choice_identity
    struct list row_of;       // by identity: uint32_t, the row; NO_INDEX: none yet
    uint32_t reading_count;
    struct arena *arena;
};

struct proof_rows proof_rows_make(uint32_t reading_count, struct arena *arena);
// Adds what a text has; of a merged one it is this reading.
// places, choice  NULL of a single text
void proof_rows_add(struct proof_rows *rows, const struct proofreading *proof, uint32_t reading,
                    const struct proof_places *places, const struct proof_choice *choice);
// The number of an identity, which is copied, new or known.
uint32_t proof_rows_identity(struct proof_rows *rows, struct str identity);
// Adds what no reading has; it stands in none.
void proof_rows_add_combined(struct proof_rows *rows, uint32_t identity, struct told_finding told);
// A finding in words. Owner: arena
// choice  NULL of a single text
struct told_finding proof_told(const struct proof_text *text, const struct proof_choice *choice,
                               const struct proof_finding *finding, struct arena *arena);

// The words around a place, within its paragraph, in one line. Owner: arena
struct str proof_context(const struct document *document, struct range place, struct arena *arena);

#endif
