// SPDX-License-Identifier: Apache-2.0
// A text as all checks see it: the document, its clauses and its tokens.

#ifndef ENTENTE_PROOFREADING_PROOF_TEXT_H
#define ENTENTE_PROOFREADING_PROOF_TEXT_H

#include "base/input_limits.h"
#include "clauses/clause_index.h"
#include "proofreading/contents_lines.h"
#include "proofreading/finding.h"
#include "proofreading/proof_memory.h"

// 1. first_token[p] is the first token at or behind the start of paragraph p; first_token[count] = all.
struct proof_text {
    const struct document *document;
    struct clause_index clauses;
    struct prose prose;
    const uint32_t *first_token; // by paragraph
    const uint32_t *stems;       // by token: the number of its word without capitals and plural
    const uint16_t *signs;       // by token: enum token_sign, or-ed
    const bool *may_be_blank;    // by paragraph: it has a sign of blanks
    bool is_foreign;             // hardly a word of it is English
    const struct proof_memory *memory;
    struct contents_lines contents; // typed ones and those that a field made
};

// Whether a paragraph is no wording of the text's own: of a table of contents, or computed by a field.
bool proof_is_aside(const struct proof_text *text, uint32_t paragraph);

// memory  of the paragraphs that were read before; it learns
// Errors: those of prose_read
// Owner:  arena; borrows the document and the memory
// Cost:   O(text)
bool proof_text_make(const struct document *document, struct proof_memory *memory,
                     struct arena *arena, struct proof_text *text, struct error *error) MUST_CHECK;

// Whether a token that is one of the text bears any of these signs.
static inline bool proof_has_sign(const struct proof_text *text, size_t at, uint32_t signs)
{
    return (text->signs[at] & signs) != 0;
}

// Bytes of tokens [from, to); from < to.
struct range proof_range(const struct proof_text *text, size_t from, size_t to);
// The words at a place.
struct str proof_words(const struct proof_text *text, struct range place);
// Whether tokens `at` and behind are these words, which are in lower case and parted by blanks. The first
// half is asked of every token: most differ in their first letter.
bool proof_reads_phrase(const struct proof_text *text, size_t at, const char *words);
static inline bool proof_is_phrase(const struct proof_text *text, size_t at, const char *words)
{
    // The last token has no bytes.
    return at < text->prose.count && text->prose.tokens[at].kind == TOKEN_WORD &&
           (text->prose.text.bytes[text->prose.tokens[at].at] | 0x20) == words[0] &&
           proof_reads_phrase(text, at, words);
}

#endif
