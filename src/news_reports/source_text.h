// SPDX-License-Identifier: Apache-2.0
// The prose of a report's file: a page without its tags, single quotation marks told from apostrophes.

#ifndef ENTENTE_NEWS_REPORTS_SOURCE_TEXT_H
#define ENTENTE_NEWS_REPORTS_SOURCE_TEXT_H

#include "base/arena.h"

// Where a byte of the prose stands in the file: bytes [from, to) of what it was made of.
struct source_span {
    uint32_t from;
    uint32_t to;
};

// 1. spans has one entry for each byte of prose, in order; all bytes of a character have the same span.
struct source_text {
    struct str file;
    struct str prose;
    const struct source_span *spans;
    bool is_page;    // HTML
    struct str date; // what the page itself says of its date ("2031-05-03T10:00:00Z"); may be empty
};

// Reads a file of plain text, Markdown or HTML.
//
// file   valid UTF-8 below 4 GiB
// Owner: arena; the file is borrowed
// Cost:  O(length)
void source_text_read(struct str file, struct arena *arena, struct source_text *source);

#endif
