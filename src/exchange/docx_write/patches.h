// SPDX-License-Identifier: Apache-2.0
// Changes to a text as byte ranges and what stands there instead; all else stays as it is.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_PATCHES_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_PATCHES_H

#include "base/builder.h"
#include "base/list.h"

// Of two patches at one place the first added stands first; ranges must not overlap.
struct patches {
    struct arena *arena;
    struct list items; // struct patch, private
};

struct patches patches_make(struct arena *arena);
// Puts `with` in place of bytes [from, to); from == to inserts. `with` is borrowed.
void patches_add(struct patches *patches, size_t from, size_t to, struct str with);
// Gives what was put in another prefix than "w"; see prefixes_renamed.
void patches_set_prefix(struct patches *patches, struct str prefix);
// The text with all patches applied. Owner: arena. Cost: O(text + patches log patches).
struct str patches_apply(const struct patches *patches, struct str text, struct arena *arena);

#endif
