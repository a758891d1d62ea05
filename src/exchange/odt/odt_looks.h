// SPDX-License-Identifier: Apache-2.0
// How text looks in an OpenDocument file, in the elements with which Word says the same.
//
// A look is a row of places, one for each element that may stand in w:rPr or w:pPr, in the order of
// their schema; a look that stands inside another wins place by place.

#ifndef ENTENTE_EXCHANGE_ODT_ODT_LOOKS_H
#define ENTENTE_EXCHANGE_ODT_ODT_LOOKS_H

#include "base/builder.h"
#include "exchange/odt/odt_words.h"

enum odt_run_place {
    RUN_FONTS,
    RUN_BOLD,
    RUN_ITALIC,
    RUN_CAPS,
    RUN_SMALL_CAPS,
    RUN_STRIKE,
    RUN_DOUBLE_STRIKE,
    RUN_HIDDEN,
    RUN_COLOR,
    RUN_SPACING,
    RUN_SIZE,
    RUN_HIGHLIGHT,
    RUN_UNDERLINE,
    RUN_SHADE,
    RUN_POSITION,
    RUN_LANGUAGE,
    RUN_PLACES,
};

enum odt_paragraph_place {
    PARAGRAPH_KEEP_NEXT,
    PARAGRAPH_KEEP_LINES,
    PARAGRAPH_PAGE_BREAK,
    PARAGRAPH_NUMBER, // what the text's own structure says: never of a style
    PARAGRAPH_SHADE,
    PARAGRAPH_TABS,
    PARAGRAPH_BIDI,
    PARAGRAPH_SPACING,
    PARAGRAPH_INDENT,
    PARAGRAPH_ALIGN,
    PARAGRAPH_OUTLINE,
    PARAGRAPH_PLACES,
};

// The elements themselves, "<w:b/>"; empty: not said.
struct odt_run_look {
    struct str style; // the id of a named character style
    struct str places[RUN_PLACES];
};

struct odt_paragraph_look {
    struct str style; // the id of a named paragraph style
    struct str places[PARAGRAPH_PLACES];
};

// Reads a style:text-properties; node may be 0.
// fonts   font-face names and what they mean, the second behind the first in `faces`
void odt_run_look_read(const struct odt_tree *tree, uint32_t node, const struct names *fonts,
                       const struct str *faces, struct arena *arena, struct odt_run_look *look);
// Reads a style:paragraph-properties; node may be 0.
void odt_paragraph_look_read(const struct odt_tree *tree, uint32_t node, struct arena *arena,
                             struct odt_paragraph_look *look);

// What the inner one says stands before what the outer one says.
void odt_run_look_over(struct odt_run_look *outer, const struct odt_run_look *inner);
void odt_paragraph_look_over(struct odt_paragraph_look *outer,
                             const struct odt_paragraph_look *inner);

// The elements of w:rPr and w:pPr, the style first.
void odt_run_look_add(const struct odt_run_look *look, struct builder *out);
void odt_paragraph_look_add(const struct odt_paragraph_look *look, struct builder *out);

// "#aabbcc" as "AABBCC"; empty for anything else.
struct str odt_color(struct str value, struct arena *arena);
// One side of a frame: "0.5pt solid #8a94a3" as <w:top …/>; empty where there is none.
struct str odt_border(const char *side, struct str value, struct arena *arena);

#endif
