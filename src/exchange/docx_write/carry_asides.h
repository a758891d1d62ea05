// SPDX-License-Identifier: Apache-2.0
// Comments and bookmarks of drafts, brought to the words of the base that they belong to.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_CARRY_ASIDES_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_CARRY_ASIDES_H

#include "exchange/docx_write/inserted.h"

// One end of a comment's or bookmark's range.
struct aside_mark {
    uint32_t at; // byte of the base's text
    bool is_end;
    bool is_empty;  // both ends stand at the same byte
    struct str xml; // the elements that stand there
};

// Brings the contents over and gives the marks, a list of struct aside_mark in the order of the
// base's text. What has no place in the base is named in a note.
struct list carry_asides(struct docx_writer *writer);

// Puts a mark among the items that go into a paragraph; places[i] is where items[i] goes, and
// `from` where the paragraph begins.
void aside_mark_place(const struct aside_mark *mark, uint32_t from, struct list *items,
                      struct list *places);

#endif
