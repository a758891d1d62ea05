// SPDX-License-Identifier: Apache-2.0
// The settings in a w:rPr or w:pPr, each in one spelling: on and off, the slots of fonts, the sides
// of indents and spacing, attributes in order.

#ifndef ENTENTE_EXCHANGE_DOCX_PROPERTIES_H
#define ENTENTE_EXCHANGE_DOCX_PROPERTIES_H

#include "base/list.h"
#include "exchange/docx/package.h"

struct property {
    struct str name; // "b", "rFonts ascii", "ind left"
    struct str text; // "b;", "rFonts ascii=Arial;", "ind left=720;"
};

// The fonts that the theme of the document stands for, by major and minor, latin and so on.
enum theme_script { THEME_LATIN, THEME_EAST_ASIA, THEME_COMPLEX, THEME_SCRIPTS };
struct theme_fonts {
    struct str names[2][THEME_SCRIPTS]; // [0] headings, [1] running text; empty: not said
};
struct theme_fonts theme_fonts_read(struct docx_package *package);

// Where the settings stand, and the fonts that the names of the theme stand for.
struct property_source {
    struct docx_package *package;
    uint32_t part;
    const struct theme_fonts *fonts;
};

// Lays the settings of a w:rPr or w:pPr over those that are there. node may be NO_NODE.
void properties_add(const struct property_source *source, uint32_t node, struct list *properties,
                    struct arena *arena);

// The text under a name; empty when there is none.
struct str properties_find(const struct list *properties, struct str name);
// What holds where nobody says anything; empty: nothing.
struct str property_default(struct str name);
// Can it only be on or off? is_on: what it is where nobody says anything.
bool property_is_switch(struct str name, bool *is_on);
// The text of such a one.
struct str property_switched(struct str name, bool is_on, struct arena *arena);
// Does it turn over what other styles say, rather than take their place (section 17.7.3)?
bool property_is_toggle(struct str name);

#endif
