// SPDX-License-Identifier: Apache-2.0
// What somebody said and nobody was found for: quotations, and sentences in which somebody speaks.

#ifndef ENTENTE_STATEMENTS_UNATTRIBUTED_H
#define ENTENTE_STATEMENTS_UNATTRIBUTED_H

#include "statements/said.h"

// Tokens [from, to).
struct unattributed {
    size_t from;
    size_t to;
};

// Whether a verb of saying stands right behind a name: somebody speaks here.
bool unattributed_has_speaker(const struct news *news, const struct sentence *sentence);

// All that no statement of `said` (struct said, in order) covers.
// Result: struct unattributed, in the order of the text
// Cost: O(tokens)
struct list unattributed_find(const struct news *news, const struct list *said);

#endif
