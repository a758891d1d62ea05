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

#include "base/list.h"
#include "exchange/docx_write/deletions.h"
#include "exchange/docx_write/scheme.h"

struct edits {
    const struct deletion *deletions;
    size_t deletion_count;
    const struct insertion *insertions;
    size_t insertion_count;
};

// scheme  NULL: none
// wholes  struct paragraph_change: who has which paragraph as a whole, where that can be
// Owner: arena; parties are borrowed from `merged` or live in the arena
// Cost:  O(size of the slots), with a cap on the squared cost of comparing words inside a slot
void edits_make(const struct merged *merged, const struct docx_scheme *scheme,
                const struct list *wholes, struct arena *arena, struct edits *edits);

#endif
