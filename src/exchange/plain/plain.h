// SPDX-License-Identifier: Apache-2.0
// Plain text as a document: a line is a paragraph, or, where lines are wrapped by hand, a block.

#ifndef ENTENTE_EXCHANGE_PLAIN_PLAIN_H
#define ENTENTE_EXCHANGE_PLAIN_PLAIN_H

#include "base/builder.h"
#include "base/input_limits.h"
#include "text/document.h"

// What document.source points to for FORM_PLAIN (and, with its own record around it, Markdown):
// all origins are byte ranges of `text`. What stands between the origins of two paragraphs (blank
// lines, say) belongs to no paragraph.
struct plain_source {
    struct str text;     // the file as UTF-8, without its byte order mark
    struct str line_end; // the commonest one: "\n" or "\r\n"
    bool has_mark;       // it began with a byte order mark
};

// Takes the bytes of a text file as UTF-8 (UTF-16 with a byte order mark is converted).
//
// Errors: BAD_INPUT with the place of broken UTF-8 or of a NUL; TOO_LARGE above limits->file_bytes
bool plain_source_read(struct str name, struct str bytes, const struct input_limits *limits,
                       struct arena *arena, struct plain_source *source,
                       struct error *error) MUST_CHECK;

// Reads plain text.
//
// Blank lines separate. White space at a line's start is the paragraph's `properties`. In a text
// whose lines are wrapped by hand, each line end inside a paragraph is one space.
// Result: *document; each paragraph's origin is its lines with their line ends, in part 0
// Owner:  arena; bytes are borrowed
// Errors: as plain_source_read; TOO_LARGE above limits->paragraphs
// Cost:   O(length)
bool plain_read(struct str name, struct str bytes, const struct input_limits *limits,
                struct arena *arena, const struct document **document,
                struct error *error) MUST_CHECK;

#endif
