// SPDX-License-Identifier: Apache-2.0
// What the next base must read like, made from the slots alone by putting words in place of words.

#ifndef ENTENTE_EXCHANGE_DOCX_NEXT_WANTED_H
#define ENTENTE_EXCHANGE_DOCX_NEXT_WANTED_H

#include "base/list.h"
#include "exchange/docx_write/scheme.h"

// A story; a note that a wording shares with the base may read as either has it.
struct wanted_story {
    struct str text;
    struct str other; // as the base's, with its slots; the same where there is no choice
};

// A text as its stories: the body first, the others in no order.
struct wanted {
    struct list stories; // struct wanted_story
};

// merged   with the settler as its last party
// scheme   what stands in brackets counts as settled
// party    whose reading of what is left open; NO_INDEX: the base's
// Result:  *wanted. Objects stand as U+FFFC, notes as stories of their own
// Owner:   arena
// Cost:    O(words)
void wanted_make(const struct merged *merged, const struct docx_scheme *scheme, uint32_t party,
                 struct arena *arena, struct wanted *wanted);

// The same of a document that was read.
void wanted_of(const struct document *document, struct arena *arena, struct wanted *wanted);

#endif
