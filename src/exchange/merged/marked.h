// SPDX-License-Identifier: Apache-2.0
// A bracketed text as bytes of which it is known which are marks: the escapes are resolved, and a
// "[" that was escaped is literal.

#ifndef ENTENTE_EXCHANGE_MERGED_MARKED_H
#define ENTENTE_EXCHANGE_MERGED_MARKED_H

#include "base/input_limits.h"
#include "base/list.h"
#include "exchange/merged/merged_text.h"

struct marked_paragraph {
    uint32_t from; // bytes of marked.text; the "\n" at `to` ends it
    uint32_t to;
    struct origin origin;
    uint32_t number; // of the document's paragraph
};

struct marked {
    struct str source; // as UTF-8, without a byte order mark
    struct str text;
    const bool *is_literal;
    const uint32_t *source_at; // where each byte stands in the source; true of marks
    const struct marked_paragraph *paragraphs;
    size_t paragraph_count;
    const struct document *document; // the file as its own reader sees it
    struct list comments;            // struct origin: lines of ours that are no text
    const struct str *party_names;   // from the last line
    size_t party_count;
    bool has_footer;
};

bool marked_read(struct str name, struct str bytes, enum merged_medium medium,
                 const struct input_limits *limits, struct arena *arena, struct marked *marked,
                 struct error *error) MUST_CHECK;

#endif
