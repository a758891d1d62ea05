// SPDX-License-Identifier: Apache-2.0
// Quotations that no verb attributes but the layout does: "Quote: “...”" behind "Source: NAME", and a
// quotation of its own with the name on the next line.

#ifndef ENTENTE_STATEMENTS_LAYOUT_H
#define ENTENTE_STATEMENTS_LAYOUT_H

#include "statements/references.h"
#include "statements/said.h"

// Notes the person or body of a line "Source: NAME, role".
// Result: whether the sentence is one
bool layout_note_source(const struct news *news, const struct sentence *sentence,
                        struct references *references);

// The statement that the sentence with number `index` makes by its layout.
// Result: false when it makes none; then *said is not written
bool layout_take(const struct news *news, size_t index, const struct references *references,
                 struct said *said);

#endif
