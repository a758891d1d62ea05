// SPDX-License-Identifier: Apache-2.0
// What was read out of paragraphs before: most of every reading of a text is what the one before had.
//
// A paragraph's tokens, the stems of its words and the checks that have to look at them depend on nothing but
// its words. So they are found once for each different paragraph, and copied into every text that has it.

#ifndef ENTENTE_PROOFREADING_PROOF_MEMORY_H
#define ENTENTE_PROOFREADING_PROOF_MEMORY_H

#include "proofreading/token_signs.h"
#include "prose/language.h"
#include "text/document.h"

struct proof_memory;

// Owner: arena, which must outlive every text that is read with it
struct proof_memory *proof_memory_make(struct arena *arena);

// A text as tokens. 1. stems and signs have as many as prose.tokens, the last break too
struct proof_tokens {
    struct prose prose;
    const uint32_t *stems; // by token: the number of its word without capitals and plural
    const uint16_t *signs; // by token: enum token_sign, or-ed
    // By paragraph: its first token, or the first behind its start; [count]: all.
    const uint32_t *first_token;
    const bool *may_be_blank; // by paragraph: it has a sign of blanks or placeholders
    bool is_foreign;          // as language_is_foreign says of all of it
};

// As prose_read with LINES_ARE_PARAGRAPHS would cut the document's text.
// Errors: those of prose_read
// Owner:  arena; borrows the document
// Cost:   O(text), small for paragraphs that were read before
bool proof_memory_read(struct proof_memory *memory, const struct document *document,
                       struct arena *arena, struct proof_tokens *tokens,
                       struct error *error) MUST_CHECK;

// Stems have numbers from 0, rising as words are read.
uint32_t proof_memory_stem_count(const struct proof_memory *memory);
struct str proof_memory_stem(const struct proof_memory *memory, uint32_t number);

#endif
