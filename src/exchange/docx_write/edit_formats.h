// SPDX-License-Identifier: Apache-2.0
// Paragraphs that several parties set otherwise, each in its own way. A paragraph holds one tracked format:
// whose list or level would be lost with it has the paragraph as a whole.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_EDIT_FORMATS_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_EDIT_FORMATS_H

#include "exchange/docx_write/edit_rows.h"

// Where a party has to have a paragraph as a whole, its changes there become one: the paragraph out, its own
// in. Left alone where the paragraph is split, joined, moved or the last of its text or cell.
// wholes  struct paragraph_change
// Cost: O(wholes * changes)
void formats_lift(struct maker *maker, const struct list *wholes);

#endif
