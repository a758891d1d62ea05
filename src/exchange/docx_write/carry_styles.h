// SPDX-License-Identifier: Apache-2.0
// Styles and numbering of a draft, found in the base's package or brought into it.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_CARRY_STYLES_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_CARRY_STYLES_H

#include "exchange/docx_write/writer.h"

// What stands for each name of a draft's package in the base's; found once.
struct carried {
    struct names *names;
    struct list values; // struct str, by name number
};

struct carrier {
    struct docx_writer *writer;
    uint32_t document;
    struct carried styles;
    struct carried numbers;
    struct carried parts;
    struct carried notes;
    struct carried bookmarks; // ids, each with its part; empty: left out
};

// Gives true and *value when the name was carried before; else its place is taken by `value`,
// which carried_set replaces once it is known.
bool carried_find(struct carried *carried, struct str name, struct str *value);
void carried_set(struct carried *carried, struct str name, struct str value);

// The base's id for the style that the draft calls by this id: the style of the same name, or one
// brought over with those it is based on.
struct str carry_style(struct carrier *carrier, struct str id);
// The base's number for the draft's list: one with the same levels, or one brought over.
struct str carry_numbering(struct carrier *carrier, struct str number);

// The base's id for a paragraph style by its name ("heading 2"), empty when it has none.
struct str base_style_named(struct docx_writer *writer, struct str name);

#endif
