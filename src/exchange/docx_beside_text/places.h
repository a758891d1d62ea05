// SPDX-License-Identifier: Apache-2.0
// Where in a document's text an element of its file stands that gives no text itself.

#ifndef ENTENTE_EXCHANGE_DOCX_BESIDE_TEXT_PLACES_H
#define ENTENTE_EXCHANGE_DOCX_BESIDE_TEXT_PLACES_H

#include "exchange/docx/source.h"

struct docx_places;

// Owner: arena; borrows the document, which was read from a .docx file
// Cost:  O(paragraphs)
struct docx_places *docx_places_make(const struct document *document, struct arena *arena);

// The byte of the text before which a node of a part stands. Cost: O(log paragraphs + text runs of
// one paragraph + depth)
uint32_t docx_place(const struct docx_places *places, uint32_t part, uint32_t node);

#endif
