// SPDX-License-Identifier: Apache-2.0
// A merged text as flat tracked changes: which bytes of the base are taken out, by whom, and what
// is put in where, by whom. No format yet: the .docx writer turns each into elements.
//
// 1. Refusing all edits leaves the base; accepting those of one party and refusing the rest leaves
//    that party's draft.
// 2. Deletions are not empty, do not overlap, and stand in the order of the base.
// 3. Insertions stand in the order of their places; of two at one place the first stands first.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_EDITS_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_EDITS_H

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
    uint32_t move; // number of the move whose new place it is, else 0
};

struct edits {
    const struct deletion *deletions;
    size_t deletion_count;
    const struct insertion *insertions;
    size_t insertion_count;
};

// Owner: arena; parties are borrowed from `merged` or live in the arena
// Cost:  O(size of the slots), with a cap on the squared cost of comparing words inside a slot
void edits_make(const struct merged *merged, struct arena *arena, struct edits *edits);

// The first of these deletions that ends behind byte `at` of the base's text; `count` when none does.
// Cost: O(log count)
size_t first_deletion_behind(const struct deletion *deletions, size_t count, uint32_t at);

#endif
