// SPDX-License-Identifier: Apache-2.0
// A stretch of a document's text as Markdown, with the marks that Markdown knows.

#ifndef ENTENTE_EXCHANGE_MARKDOWN_INLINE_H
#define ENTENTE_EXCHANGE_MARKDOWN_INLINE_H

#include "base/builder.h"
#include "text/document.h"

// Adds bytes [from, to) of a paragraph's text with emphasis, code, links and objects. Line breaks
// become `line_break`. Cost: O(length + log passages)
void markdown_inline_write(const struct document *document, uint32_t from, uint32_t to,
                           bool at_line_start, const char *line_break, struct builder *out);

#endif
