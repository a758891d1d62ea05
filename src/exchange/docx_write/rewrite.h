// SPDX-License-Identifier: Apache-2.0
// The base's paragraphs and rows with their tracked changes, as patches to the bytes of its parts.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_REWRITE_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_REWRITE_H

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
    const struct item *items; // to be put in, in order
    const uint32_t *places;   // of each item: the byte of the base's text before which it goes
    size_t item_count;
    const struct run_changed *run_changes; // in order, not overlapping
    size_t run_change_count;
    const struct paragraph_change *paragraph_change; // NULL: none
    bool keeps_mark; // the last of its story or cell: its mark cannot go
};

// Rewrites one paragraph. Whole paragraphs and tables to be put in before it are in `items` with
// the place `from` of the paragraph and stand before the element.
void rewrite_paragraph(struct docx_writer *writer, const struct touched *touched);

// Marks a row of the base as deleted.
void rewrite_deleted_row(struct docx_writer *writer, uint32_t block, struct holders by);

// Marks the rows that some parties take out as a whole. Before the paragraphs are rewritten.
void rewrite_whole_rows(struct docx_writer *writer);
// Deletes the marks of fields whose result some parties take out as a whole, though piece by piece
// or over several paragraphs. After the paragraphs are rewritten.
void rewrite_whole_fields(struct docx_writer *writer);

// Puts tables, rows or whole paragraphs in before byte `at` of a part.
void rewrite_insert_blocks(struct docx_writer *writer, struct out_part *part, uint32_t at,
                           const struct item *items, size_t count, uint32_t neighbour);

#endif
