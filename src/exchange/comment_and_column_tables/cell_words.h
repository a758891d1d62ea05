// SPDX-License-Identifier: Apache-2.0
// What a cell says when what is struck in it is gone, and what of it is marked as new.

#ifndef ENTENTE_EXCHANGE_PRESCRIBED_TABLES_CELL_WORDS_H
#define ENTENTE_EXCHANGE_PRESCRIBED_TABLES_CELL_WORDS_H

#include "text/document.h"

// A line a paragraph in both texts, as many in one as in the other; numbers that are counted stand
// before them.
struct cell_words {
    struct str words; // without what is struck through
    struct str kept;  // without what is marked as new, with what is struck
    bool is_marked;   // the two differ
    bool is_there;    // false: covered by a cell beside or above it
    uint32_t units;   // pictures, notes and the like, which are left out
};

// base  the cell beside it from which it was made; empty: none. Which marks say "new" (highlighting, then
//       underlining, then bold or colour) is chosen so that what is left is a part of it, if any is.
// Owner: arena. Cost: O(text)
struct cell_words cell_words_of(const struct document *document, uint32_t block, struct str base,
                                struct arena *arena);

#endif
