// SPDX-License-Identifier: Apache-2.0
// Styles and numbering of a draft, found in the base's package or brought into it.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_CARRY_STYLES_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_CARRY_STYLES_H

#include "exchange/docx_write/carrier.h"

// The base's id for the style that the draft calls by this id: the style of the same name, or one
// brought over with those it is based on.
struct str carry_style(struct carrier *carrier, struct str id);
// The base's number for the draft's list: one with the same levels, or one brought over.
struct str carry_numbering(struct carrier *carrier, struct str number);

// One above the largest number of these elements in a part.
int64_t free_number(const struct docx_part *tree, enum word element, enum word attribute);
// The element with this attribute, NO_NODE when none.
uint32_t element_with(const struct docx_part *tree, enum word element, enum word attribute,
                      struct str value);

// The base's id for a paragraph style by its name ("heading 2"), empty when it has none.
struct str base_style_named(struct docx_writer *writer, struct str name);

#endif
