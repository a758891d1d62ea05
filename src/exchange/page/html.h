// SPDX-License-Identifier: Apache-2.0
// Text as HTML that no text can break out of.

#ifndef ENTENTE_EXCHANGE_PAGE_HTML_H
#define ENTENTE_EXCHANGE_PAGE_HTML_H

#include "base/builder.h"
#include "text/document.h"

// For content and for attribute values in double quotes: & < > " ' escaped, control characters
// replaced. Line breaks stay as they are.
void html_text(struct builder *out, struct str text);
// The same with "\n" as `line_break` and objects (U+FFFC) as boxes.
void html_lines(struct builder *out, struct str text, const char *line_break);
// Bytes [from, to) of a document's text with its marks, links of known schemes and objects.
void html_passages(struct builder *out, const struct document *document, uint32_t from,
                   uint32_t to);

#endif
