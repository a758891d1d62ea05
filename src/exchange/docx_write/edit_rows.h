// SPDX-License-Identifier: Apache-2.0
// What edits.c and edit_rows.c share: changes of parties against the base before they are swept into
// deletions and insertions.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_EDIT_ROWS_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_EDIT_ROWS_H

#include "base/list.h"
#include "exchange/docx_write/holders.h"

// One change of some parties: base range out, draft range in; either may be empty.
struct laid_change {
    struct range base;
    struct range range;
    uint32_t document;
    struct holders by;
    uint32_t container;
    uint32_t move_from;
    uint32_t move_to;
    uint32_t order;
    uint32_t style; // of the scheme, from 1; else 0
};

struct maker {
    const struct merged *merged;
    struct arena *arena;
    struct list changes;              // struct laid_change
    uint32_t setting;                 // the first of the slot that is looked at
    const struct docx_scheme *scheme; // NULL: none
};

void change_add(struct maker *maker, struct laid_change change);
// The block that holds a paragraph of a document.
uint32_t edit_parent(const struct document *document, uint32_t paragraph);

// A row whose cells some parties add or take out is replaced for them as a whole: word processors
// know tracked rows, but hardly any knows tracked cells.
void rows_lift(struct maker *maker);

#endif
