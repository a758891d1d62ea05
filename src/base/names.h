// SPDX-License-Identifier: Apache-2.0
// Gives every distinct text a number, counting from 0 in the order of first sight.

#ifndef ENTENTE_BASE_NAMES_H
#define ENTENTE_BASE_NAMES_H

#include "base/arena.h"

#define NAMES_NONE UINT32_MAX

struct names;

// An empty table in the arena; the texts themselves are borrowed.
struct names *names_make(struct arena *arena);
// The number of s, new or known. Expected cost O(length).
uint32_t names_add(struct names *names, struct str s);
// The number of s, or NAMES_NONE.
uint32_t names_find(const struct names *names, struct str s);
// Enters a text that is not there yet and returns it: `name` itself if it is free, else `name`, the
// separator and the least free numeral from `first` on. What was found taken for one name is not
// tried again: a million texts of one name cost O(1) each.
struct str names_add_numbered(struct names *names, struct str name, char separator, uint32_t first);
uint32_t names_count(const struct names *names);
// The text with this number.
struct str names_at(const struct names *names, uint32_t number);

#endif
