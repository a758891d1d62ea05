// SPDX-License-Identifier: Apache-2.0
// What a merged text takes out of the base and puts into it, flat, and questions to the deletions.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_DELETIONS_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_DELETIONS_H

#include "exchange/docx_write/holders.h"

// Words and marks of the base that `by` leave out.
struct deletion {
    struct range base;
    struct holders by;
    uint32_t container; // as in struct slot: the largest flow that the deletion belongs to
    uint32_t move;      // number of the move whose old place it is, else 0
};

// Words and marks of a draft that `by` put in before byte `at` of the base's text.
struct insertion {
    uint32_t at;
    struct holders by;
    uint32_t container;
    uint32_t document; // as in struct variant
    struct range range;
    uint32_t move;  // number of the move whose new place it is, else 0
    uint32_t style; // of the scheme, from 1; else 0
};

// The first of these deletions that ends behind byte `at` of the base's text; `count` when none does.
// Cost: O(log count)
size_t first_deletion_behind(const struct deletion *deletions, size_t count, uint32_t at);

// Who takes out all of these bytes; none when nobody does.
// deletions    they do not overlap and stand in order
// Owner: arena
struct holders deleters_of(const struct deletion *deletions, size_t count, struct range range,
                           struct arena *arena);

#endif
