// SPDX-License-Identifier: Apache-2.0
// The text of a part in which brackets of ours may stand, sign by sign, each with its place in the file.

#ifndef ENTENTE_EXCHANGE_NEXT_BASE_BRACKET_GLYPHS_H
#define ENTENTE_EXCHANGE_NEXT_BASE_BRACKET_GLYPHS_H

#include "exchange/docx_write/record.h"

// Signs of `text` that are no letters. A byte of a longer character is a sign of its own.
enum { SIGN_PARAGRAPH = '\r', SIGN_LINE = '\n', SIGN_TAB = '\t', SIGN_OBJECT = '\x1f' };

struct bracket_glyph {
    uint32_t node;  // the run or equation; of a paragraph's mark the paragraph
    uint32_t child; // the element of the run that it is of; NO_NODE: the whole
    size_t from;    // its bytes in the part
    size_t to;
    uint32_t paragraph; // counted over the part
    uint32_t style;     // of the record's wordings, from 1; 0: none of ours
    bool is_struck;     // by hand
};

// Paragraphs in which nothing of ours stands, and no bracket at all, are left out.
struct bracket_text {
    const struct docx_record *record;
    const struct docx_part *part;
    struct str text; // a byte a glyph
    const struct bracket_glyph *glyphs;
    size_t count;
};

// Tracked changes, and what stands in text boxes, are no glyphs.
// Owner: arena
// Cost:  O(bytes of the part)
void bracket_text_of(const struct docx_part *part, const struct docx_record *record,
                     struct arena *arena, struct bracket_text *text);

static inline bool glyph_is_mark(const struct bracket_text *text, size_t at)
{
    uint32_t style = text->glyphs[at].style;
    const struct record_wording *wordings = text->record->wordings;
    return style > 0 && wordings && wordings[style - 1].is_mark;
}

#endif
