// SPDX-License-Identifier: Apache-2.0
// Word's elements by the prefix "w": what the writer adds bears it, so what stands around it should
// mean the same by it.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_PREFIXES_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_PREFIXES_H

#include "base/builder.h"
#include "exchange/docx/package.h"

// How the tags of one part are written.
struct prefixes {
    const struct docx_part *part;
    struct str space; // the name space of its root, which is to have the prefix "w"
    bool change;      // some of its elements have another prefix, or none
    bool clashes;     // "w" stands for something else at the root, or for some element
    struct arena *arena;
};

// Cost: O(elements of the part)
struct prefixes prefixes_of(const struct docx_part *part, struct arena *arena);

// The address of Word's name space that a part is written in; empty when its root is not Word's.
struct str prefixes_word_address(const struct docx_part *part);

// The prefix that the root of a part has; empty when none.
struct str prefixes_root(const struct docx_part *part);

// Elements and attributes of our own, which bear the prefix "w", with another; what stands in text and in
// values is left alone. `xml` is a piece of a part that begins outside of a tag.
struct str prefixes_renamed(struct str xml, struct str prefix, struct arena *arena);

// Adds the start tag or the end tag of an element: its own bytes, or with prefix "w" those of
// Word's elements and attributes that have another.
void prefixes_add_open(const struct prefixes *prefixes, uint32_t node, struct builder *out);
void prefixes_add_close(const struct prefixes *prefixes, uint32_t node, struct builder *out);

// The element, this one or one around it, that says what a prefix (or none) stands for here, and
// the address that it gives; NO_NODE and an empty address when there is no such element.
uint32_t prefix_declared(const struct docx_part *part, uint32_t node, struct str prefix,
                         struct str *address);

#endif
