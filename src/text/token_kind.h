// SPDX-License-Identifier: Apache-2.0
// What a token is.

#ifndef ENTENTE_TEXT_TOKEN_KIND_H
#define ENTENTE_TEXT_TOKEN_KIND_H

#include <stdint.h>

enum token_kind {
    TOKEN_WORD,
    TOKEN_NUMBER,
    TOKEN_DATE,
    TOKEN_PUNCTUATION,
    TOKEN_OBJECT,
    TOKEN_MARK,  // the paragraph mark: the end of paragraph `owner`
    TOKEN_BLOCK, // a table, row or cell: block `owner`, whose own flow is flow_of_block[owner]
};

// Where a token stands and what it is; texts have millions of them.
struct text_token {
    uint32_t from; // bytes in document.text: a mark is its "\n", a block all it takes in
    uint32_t to;
    uint32_t owner : 29; // paragraph index; for TOKEN_BLOCK the block index
    uint32_t kind : 3;   // enum token_kind
};

#endif
