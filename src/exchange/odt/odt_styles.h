// SPDX-License-Identifier: Apache-2.0
// The styles of an OpenDocument text: the named ones become Word's styles, the automatic ones are what
// a paragraph or some words have of their own.

#ifndef ENTENTE_EXCHANGE_ODT_ODT_STYLES_H
#define ENTENTE_EXCHANGE_ODT_ODT_STYLES_H

#include "base/list.h"
#include "exchange/odt/odt_looks.h"

enum odt_family { FAMILY_PARAGRAPH, FAMILY_TEXT, FAMILY_CELL, FAMILY_ROW, FAMILY_COLUMN, FAMILIES };

struct odt_style {
    struct str name;
    struct str id;      // named ones: what Word's styles are called
    struct str display; // and their names for people
    struct str parent;
    bool is_named;
    bool has_list; // it says a list style, or with an empty name that it has none
    struct str list;
    uint32_t outline; // 1 is the highest heading; 0: not said
    struct odt_run_look words;
    struct odt_paragraph_look paragraph;
    struct str cell;  // the end of w:tcPr: frames, shade, place
    bool is_unbroken; // a row that stays on one page
    int64_t width;    // of a column, in twips; 0: not said
};

// Styles are found by family and name; automatic ones of one part stand before the named ones.
struct odt_styles {
    struct arena *arena;
    struct names *fonts;
    struct list faces;                 // struct str, by number of the font
    struct names *names[FAMILIES];     // of named styles
    struct list styles[FAMILIES];      // struct odt_style
    struct names *own_names[FAMILIES]; // of the automatic ones of the text
    struct list own[FAMILIES];
    struct names *ids;
    struct odt_style standard; // what all paragraphs begin with
};

// Reads both parts; `styles` may be NULL.
struct odt_styles *odt_styles_read(const struct odt_tree *content, const struct odt_tree *styles,
                                   struct arena *arena);

// The style of this name; NULL: there is none.
const struct odt_style *odt_style(const struct odt_styles *styles, enum odt_family family,
                                  struct str name);

// The list style that a paragraph of this style is numbered by, looked up in its parents too. False where
// none says; an empty name: it has none.
bool odt_style_list(const struct odt_styles *styles, struct str name, struct str *list);
// The level of a heading that its style or one above it gives; 0: none.
uint32_t odt_style_outline(const struct odt_styles *styles, struct str name);

// The whole of word/styles.xml.
struct str odt_styles_part(const struct odt_styles *styles, struct arena *arena);

#endif
