// SPDX-License-Identifier: Apache-2.0
// What a token is.

#ifndef ENTENTE_TEXT_TOKEN_KIND_H
#define ENTENTE_TEXT_TOKEN_KIND_H

enum token_kind {
    TOKEN_WORD,
    TOKEN_NUMBER,
    TOKEN_DATE,
    TOKEN_PUNCTUATION,
    TOKEN_OBJECT,
    TOKEN_MARK,  // the paragraph mark: the end of paragraph `owner`
    TOKEN_BLOCK, // a table, row or cell: block `owner`, whose own flow is flow_of_block[owner]
};

#endif
