// SPDX-License-Identifier: Apache-2.0
// Which paragraph of one text stands for which of another, by their words.

#ifndef ENTENTE_MERGE_SIMILARITY_H
#define ENTENTE_MERGE_SIMILARITY_H

#include "base/error.h"
#include "text/tokens.h"

// A paragraph of a body with its tokens, the mark left out.
struct token_line {
    uint32_t paragraph;
    uint32_t first; // index into tokens.items
    uint32_t count;
    uint32_t words; // of them
};

struct token_lines {
    const struct token_line *items; // in the order of the text
    uint32_t count;
};

// The paragraphs of the body and its tables that have words. Owner: arena
struct token_lines token_lines_of(const struct tokens *tokens, struct arena *arena);

// Pairs the lines of `fragment` with those of `base`, each with one or none: first in the order of
// both, then those left.
//
// Result:  partners[i] is the base line of fragment line i, or NO_INDEX
// Errors:  TOO_LARGE when the two have so many lines that the first is no fragment
// Cost:    O(F N) for F lines and N base tokens
bool lines_pair(const struct tokens *base_tokens, struct token_lines base,
                const struct tokens *fragment_tokens, struct token_lines fragment,
                struct arena *arena, uint32_t **partners, struct error *error) MUST_CHECK;

// Aligns two rows of ids: partners[i] is the place in `other` of row[i], or NO_INDEX; they rise.
// Cost: O(row other) time and memory; rows too long for that have no partners.
void rows_align(const uint32_t *row, uint32_t count, const uint32_t *other, uint32_t other_count,
                uint32_t *partners);

#endif
