// SPDX-License-Identifier: Apache-2.0
// How words and paragraphs look, whichever way their file writes it: by a style, by a setting of
// their own, by saying again what holds anyway.
//
// A look is told against what its paragraph gives without it: the defaults of the document and the
// paragraph's style with those it is based on (ECMA-376 part 1, section 17.7.2). So it stays equal
// where a style of the whole document changes, and bold that a character style gives is bold.

#ifndef ENTENTE_EXCHANGE_DOCX_LOOKS_H
#define ENTENTE_EXCHANGE_DOCX_LOOKS_H

#include "base/builder.h"
#include "exchange/docx/styles.h"

struct looks;

// The styles and the package must live as long.
struct looks *looks_make(struct docx_package *package, const struct docx_styles *styles,
                         struct arena *arena);

// What a table's style says of the words and paragraphs in it depends on the cell's place, on the
// table's own settings and on older rules of the format. What such words inherit is not known here,
// so that nothing of theirs can be called equal to it: they are compared as they are written.
struct table_looks {
    bool has_words;
    bool has_paragraphs;
};
// properties: the w:tblPr, or NO_NODE
struct table_looks looks_of_table(struct looks *looks, const struct docx_part *part,
                                  uint32_t properties);

// The number of the style that a w:pPr names, or of the default one; NAMES_NONE: none.
uint32_t looks_paragraph_style(const struct looks *looks, const struct docx_part *part,
                               uint32_t properties);

// Adds the look of words with this w:rPr (or NO_NODE) in a paragraph of this style: what it has
// otherwise than the paragraph, and all that it has.
void looks_add_words(struct looks *looks, const struct docx_part *part, uint32_t properties,
                     uint32_t style, struct builder *relative, struct builder *whole);
// Adds the look of a paragraph with this w:pPr: its style by name, and what it has otherwise than
// that. has_list: its indent comes from a list, so that one of its own is never what it had anyway.
void looks_add_paragraph(struct looks *looks, const struct docx_part *part, uint32_t properties,
                         bool has_list, struct builder *relative);

#endif
