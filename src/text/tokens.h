// SPDX-License-Identifier: Apache-2.0
// A document as flows of tokens: what the merge compares.
//
// A flow is what one container holds: the body, a cell, a note; and for tables their rows, for
// rows their cells. Its tokens are whole words, numbers, dates and punctuation marks, objects,
// paragraph marks, and whole blocks (a table in a body, a row in a table, a cell in a row) that
// have a flow of their own. White space is no token: it is the gap before one.

#ifndef ENTENTE_TEXT_TOKENS_H
#define ENTENTE_TEXT_TOKENS_H

#include "base/names.h"
#include "text/document.h"
#include "text/token_kind.h"

// Tokens [first, first + count) of the one array. Every flow of a story or cell ends with a mark.
struct flow {
    uint32_t first;
    uint32_t count;
    uint32_t block; // the container
};

// 1. flows[0] is the body's. 2. flow_of_block[b] is NO_INDEX for paragraphs.
// 3. tokens of one flow are consecutive and in reading order.
// 4. tokens with equal ids are equal: the same text but for its setting (fold.h), the same object,
//    the same block content.
struct tokens {
    const struct document *document;
    const struct text_token *items;
    const uint32_t *ids; // one a token
    uint32_t count;
    const struct flow *flows;
    uint32_t flow_count;
    const uint32_t *flow_of_block;
};

// Ids are shared by all documents that use the same dictionary. The first that was cut with it, and
// its tokens, must live as long.
struct dictionary;
struct dictionary *dictionary_make(struct arena *arena);

// Cuts the document. A typed label is no token: it stands in the gap before the paragraph's first
// token.
// Errors: TOO_LARGE above max_tokens
// Cost:   O(text)
bool tokens_cut(const struct document *document, size_t max_tokens, struct dictionary *dictionary,
                struct arena *arena, struct tokens *tokens, struct error *error) MUST_CHECK;

#endif
