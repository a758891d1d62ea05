// SPDX-License-Identifier: Apache-2.0
// The base's paragraphs and rows with their tracked changes, as patches to the bytes of its parts.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_REWRITE_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_REWRITE_H

#include "exchange/docx_write/touched.h"

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
                           const struct inserted_item *items, size_t count, uint32_t neighbour);

#endif
