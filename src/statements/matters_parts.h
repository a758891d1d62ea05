// SPDX-License-Identifier: Apache-2.0
// What a report is about: documents and meetings.

#ifndef ENTENTE_STATEMENTS_MATTERS_PARTS_H
#define ENTENTE_STATEMENTS_MATTERS_PARTS_H

#include "statements/circumstances.h"

// A document where the text names it: tokens [from, to).
struct matter_document {
    size_t from;
    size_t to;
    size_t first; // index of the first naming of the same document; its own where it is the first
    struct str name;
};

struct matter_meeting {
    size_t from;
    size_t to;
    struct str what;
    struct str format;
    struct list parties; // struct str
    struct circumstances circumstances;
};

// Where the modifiers before the noun of a document or meeting begin; a possessor belongs to them, "and"
// joins two of them. The noun's own token when there are none.
size_t matters_modifiers_from(const struct news *news, size_t noun);

// In the order of the text.
void matters_find_documents(const struct news *news,
                            struct list *documents); // struct matter_document
void matters_find_meetings(const struct news *news,
                           struct list *meetings); // struct matter_meeting

#endif
