// SPDX-License-Identifier: Apache-2.0
// Elements as short texts that are equal when the elements mean the same: prefixes, revision
// numbers (rsid), ids of paragraphs and drawings, spelling marks and tracked changes left out.

#ifndef ENTENTE_EXCHANGE_DOCX_CANONICAL_H
#define ENTENTE_EXCHANGE_DOCX_CANONICAL_H

#include "base/builder.h"
#include "exchange/docx/changes.h"

// Adds the children of an element, as this reading shows them; the text in text boxes is left
// out. Relationships are named by where they lead, so that equal content under another id is
// equal. node may be NO_NODE.
void canonical_add(struct docx_package *package, uint32_t part, uint32_t node,
                   const struct reading *reading, struct builder *out);
// Adds the element itself, with its attributes.
void canonical_add_element(struct docx_package *package, uint32_t part, uint32_t node,
                           const struct reading *reading, struct builder *out);

// Does an element of this name say nothing about how a thing looks?
bool canonical_is_silent(enum word word);

// The names of the elements that stand in one of two canonical texts and not, or otherwise, in the
// other; each once. What follows a ">" (a link) is no element.
// Nothing for texts of many thousand bytes.
// Owner: arena
size_t canonical_differences(struct str a, struct str b, struct arena *arena,
                             const struct str **names);

#endif
