// SPDX-License-Identifier: Apache-2.0
// Makes valid UTF-8 of bytes that are not, and says where it had to.

#ifndef ENTENTE_BASE_UTF8_REPAIR_H
#define ENTENTE_BASE_UTF8_REPAIR_H

#include "base/arena.h"

// Puts U+FFFD in the place of each longest run of bytes that begins a character and does not end
// it, and of each byte that begins none (Unicode 15, section 3.9); NUL counts as broken too.
//
// Result: s itself when nothing is broken, else a copy in the arena; *places (may be NULL) are the
//         bytes of the result where a replacement stands, *count their number
// Cost:   O(length)
struct str utf8_repair(struct str s, struct arena *arena, const size_t **places, size_t *count);

#endif
