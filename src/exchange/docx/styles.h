// SPDX-License-Identifier: Apache-2.0
// The styles of a .docx file, each with what it takes over from those it is based on.

#ifndef ENTENTE_EXCHANGE_DOCX_STYLES_H
#define ENTENTE_EXCHANGE_DOCX_STYLES_H

#include "exchange/docx/package.h"
#include "text/document.h"

#define NO_LEVEL (-1)

struct docx_style {
    struct str name;   // for people: "heading 1"
    int outline;       // 0 to 8: a heading of level 1 to 9; 9: running text; NO_LEVEL: not said
    struct str num_id; // the list that it belongs to, empty: none
    int num_level;     // its level there, NO_LEVEL: the one that names the style
    struct marks look; // key unused
    uint32_t node;     // its w:style
    uint32_t based_on; // the number of a style, NAMES_NONE: none
};

struct docx_styles {
    struct names *ids; // the number of an id is that of its style
    const struct docx_style *items;
    uint32_t part;              // NO_PART: the file has no styles
    uint32_t default_paragraph; // NAMES_NONE: none
    uint32_t default_table;     // NAMES_NONE: none
};

// Reads word/styles.xml; NO_PART gives no styles.
struct docx_styles styles_read(const struct docx_package *package, uint32_t part,
                               struct arena *arena);
// NULL when there is no such style.
const struct docx_style *styles_find(const struct docx_styles *styles, struct str id);

// What run properties say directly, laid over `look`. node may be NO_NODE.
void look_apply(const struct docx_part *part, uint32_t node, struct marks *look);

// A number that must lie in [0, 999999]; -1 when it is none.
int docx_number(struct str digits);

#endif
