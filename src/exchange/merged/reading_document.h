// SPDX-License-Identifier: Apache-2.0
// One reading of a merged text as a document, as its lines would be read again.

#ifndef ENTENTE_EXCHANGE_MERGED_READING_DOCUMENT_H
#define ENTENTE_EXCHANGE_MERGED_READING_DOCUMENT_H

#include "merge/sheet.h"

// one     as sheet_of_reading makes it: a segment a point, no slots
// points  by paragraph of the result: the point that it is; NO_INDEX: none
// Result: paragraphs without words are left out; what no list of Markdown counts has its number typed
// Owner:  arena
// Cost:   O(length)
const struct document *reading_document(const struct sheet *one, struct arena *arena,
                                        const uint32_t **points);

#endif
