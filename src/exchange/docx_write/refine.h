// SPDX-License-Identifier: Apache-2.0
// One wording against another, word by word: the true edits inside a slot that rival wordings of
// other parties made wider.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_REFINE_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_REFINE_H

#include "text/document.h"

// The old words in `old` (may be empty) give way to the new ones in `new` (may be empty).
struct replacement {
    struct range old;
    struct range new;
};

enum refining {
    REFINE_ENDS,  // leave out what both begin or end with
    REFINE_WORDS, // and what they share in between, where a reader would see it as untouched
};

// The replacements that make the new range's text of the old one's, in order; none when they are
// equal. Objects are equal when their kinds and keys are.
//
// Owner: arena
// Cost:  O(words of old * words of new), at most about a million steps; above that only the ends
//        are left out
size_t refine(const struct document *old, struct range old_range, const struct document *new,
              struct range new_range, enum refining refining, struct arena *arena,
              const struct replacement **replacements);

#endif
