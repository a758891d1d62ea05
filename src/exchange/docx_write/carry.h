// SPDX-License-Identifier: Apache-2.0
// Carries content of a draft's package into the base's: styles and numbering by what they are
// called and say, pictures, links and notes by what they point at.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_CARRY_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_CARRY_H

#include "exchange/docx_write/carrier.h"

// Where content comes from and where it goes.
struct carriage {
    struct docx_writer *writer;
    struct out_part *to;
    uint32_t document;            // number of the draft
    const struct docx_part *from; // the part of the draft's package
};

struct tag_attribute;

// The carriers of all documents. Content that is carried may name styles, lists, parts and notes that are
// carried in their turn, with content of their own: so `value` leads back up.
struct carriers {
    struct carrier *items; // by number of the document
    // What stands instead of an attribute's value; the value itself when nothing needs to change.
    struct str (*value)(const struct carriage *carriage, uint32_t node,
                        const struct tag_attribute *attribute);
};

// Adds the element at `node` to `out`, made fit for the base's package: tracked changes of
// properties left out, styles, numbering, relationships and notes renamed. What the base's package
// cannot take is left out with a note.
void carry_node(const struct carriage *carriage, uint32_t node, struct builder *out);

// The same for the children of an element, without those that `skip` names (three words at most,
// the rest WORD_UNKNOWN).
struct skipped {
    enum word words[3];
};
void carry_children(const struct carriage *carriage, uint32_t node, struct skipped skipped,
                    struct builder *out);

#endif
