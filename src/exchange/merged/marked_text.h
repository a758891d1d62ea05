// SPDX-License-Identifier: Apache-2.0
// What a marked text is: bytes, paragraphs, tables.

#ifndef ENTENTE_EXCHANGE_MERGED_MARKED_TEXT_H
#define ENTENTE_EXCHANGE_MERGED_MARKED_TEXT_H

#include "base/list.h"
#include "text/document.h"

struct marked_paragraph {
    uint32_t from; // bytes of marked.text; the "\n" at `to` ends it
    uint32_t to;
    struct origin origin;
    uint32_t number; // of the document's paragraph
    struct str cell; // "table 2, row 3, column 1", as in struct point
    bool is_in_html; // a cell of a table within a line; its mark stands before what follows there
};

// A table, row or cell: bytes [from, to) of marked.text, the mark at the end left out.
struct marked_block {
    enum block_kind kind;
    uint32_t from;
    uint32_t to;
    uint32_t depth;       // how many of them stand around it
    struct origin origin; // of a table of lines, else empty
    bool has_gaps;        // a table in which some row has fewer cells than others
};

struct marked {
    struct str source; // as UTF-8, without a byte order mark
    struct str text;
    const bool *is_literal;
    const uint32_t *source_at; // where each byte stands in the source; true of marks
    const struct marked_paragraph *paragraphs;
    size_t paragraph_count;
    const struct marked_block *blocks; // in preorder
    size_t block_count;
    const struct document *document; // the file as its own reader sees it
    struct list comments;            // struct origin: lines of ours that are no text
    const struct str *party_names;   // from the last line
    size_t party_count;
    bool has_footer;
};

#endif
