// SPDX-License-Identifier: Apache-2.0
// A stretch of a document's text as Markdown, with the marks that Markdown knows.

#ifndef ENTENTE_EXCHANGE_MARKDOWN_INLINE_H
#define ENTENTE_EXCHANGE_MARKDOWN_INLINE_H

#include "base/builder.h"
#include "text/document.h"

struct markdown_inline {
    const struct document *document;
    const char *line_break; // what a line break becomes
    bool keep_source;       // copy the source of a Markdown document where it says just this text
};

// Adds bytes [from, to) of a paragraph's text with emphasis, code, links and objects.
// Cost: O(length + log runs)
void markdown_inline_write(const struct markdown_inline *options, uint32_t from, uint32_t to,
                           bool at_line_start, struct builder *out);

// "1" for "footnote 1", "e2" for "endnote 2": the label in "[^1]" of a note whose story has this name.
// An empty one when the story is no note.
struct str markdown_note_label(struct str story, struct arena *arena);

#endif
