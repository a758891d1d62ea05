// SPDX-License-Identifier: Apache-2.0
// Markdown (CommonMark with tables and strikethrough) as a document.

#ifndef ENTENTE_EXCHANGE_MARKDOWN_MARKDOWN_H
#define ENTENTE_EXCHANGE_MARKDOWN_MARKDOWN_H

#include "exchange/markdown/view.h"
#include "exchange/plain/plain.h"

// What document.source points to for FORM_MARKDOWN.
struct markdown_source {
    struct plain_source plain;         // the first member, so that it can be read as one
    const struct markdown_note *notes; // in the order in which they stand
    size_t note_count;
};

// The first note that does not end before byte `at` of a source; note_count when all do.
// Cost: O(log notes)
size_t markdown_note_at(const struct markdown_source *source, uint32_t at);

// Reads Markdown; document.source is a struct markdown_source.
//
// The text is what a reader sees: escapes and entities resolved, a soft line break as one space, a
// hard one as "\n". Marks: bold, italic, strike, code, links. Pictures and inline HTML are objects
// whose key is their Markdown. Code, HTML blocks, front matter, rules and reference definitions
// are paragraphs of kind PARAGRAPH_VERBATIM. "[^1]" is an object that leads to its note.
// Result: *document; origins are whole lines (in tables: what stands between two bars), so that
//         the file is the origins with what stands between them
// Owner:  arena; bytes are borrowed
// Errors: as plain_read
bool markdown_read(struct str name, struct str bytes, const struct input_limits *limits,
                   struct arena *arena, const struct document **document,
                   struct error *error) MUST_CHECK;

#endif
