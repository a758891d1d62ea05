// SPDX-License-Identifier: Apache-2.0
// The list that each paragraph stands in, as it is written into the base's package.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_LIST_PLACES_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_LIST_PLACES_H

#include "exchange/docx_write/carry.h"

// Fills writer->lists, by what the edits leave of each party's draft.
void list_places_find(struct docx_writer *writer);

bool list_place_is_same(struct list_place one, struct list_place other);

// Adds the w:numPr of a place, or nothing where the paragraph's style says the same. style: its id in the
// base; style_counts: it comes from a draft, where it has a list.
void add_list_place(struct docx_writer *writer, const struct list_place *place, struct str style,
                    bool style_counts, struct builder *out);

// Does this child of a w:pPr stand before its w:numPr?
bool stands_before_list(const struct docx_part *tree, uint32_t child);

// As carry_children, for the w:pPr of a paragraph of the draft (NO_NODE: it has none): in the list where it
// bears its number.
void carry_format(const struct carriage *carriage, uint32_t paragraph, uint32_t properties,
                  struct skipped skipped, struct builder *out);

#endif
