// SPDX-License-Identifier: Apache-2.0
// All that happens to one paragraph of the base.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_TOUCHED_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_TOUCHED_H

#include "exchange/docx_write/inserted.h"

// Words of the base that some parties keep but show in another way.
struct run_changed {
    struct range base;
    struct holders by;
    uint32_t document;   // as in struct variant
    uint32_t draft_from; // where the same words begin in that document
};

// Edits and format changes that fall into one paragraph of the base.
struct touched {
    uint32_t paragraph;
    const struct deletion *deletions; // those that meet [from, to] of the paragraph
    size_t deletion_count;
    const struct inserted_item *items; // to be put in, in order
    const uint32_t *places; // of each item: the byte of the base's text before which it goes
    size_t item_count;
    const struct run_changed *run_changes; // in order, not overlapping
    size_t run_change_count;
    const struct paragraph_change *paragraph_change; // NULL: none
    const struct list_place *place; // where it counts for those who change it; NULL: as in the base
    struct holders set_by;          // whose format and place these are
    bool keeps_mark;                // the last of its story or cell: its mark cannot go
};

#endif
