// SPDX-License-Identifier: Apache-2.0
// New .docx packages: plain styles, lists and one body.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_NEW_PACKAGE_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_NEW_PACKAGE_H

#include "base/builder.h"
#include "text/document.h"

// A package with this body (the children of w:body) and our own styles: Heading1 to Heading6,
// ListParagraph, Verbatim, TableGrid. `numbering` is the content of w:numbering, or empty.
// Errors: TOO_LARGE
bool new_package(struct str body, struct str numbering, struct arena *arena, struct str *bytes,
                 struct error *error) MUST_CHECK;

// The document as a plain .docx file: headings, items with their numbers, tables, bold, italic …
// Read again it has the same blocks and the same bytes of text; objects stand as empty frames.
//
// document  its only story is the body
// Errors:   TOO_LARGE; UNSUPPORTED for notes and other stories
bool plain_package(const struct document *document, struct arena *arena, struct str *bytes,
                   struct error *error) MUST_CHECK;

// `<w:pPr>` content for a paragraph of another format: its style.
void add_plain_style(struct builder *out, const struct paragraph *paragraph);

#endif
