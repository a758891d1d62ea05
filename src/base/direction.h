// SPDX-License-Identifier: Apache-2.0
// Marks that turn the direction of writing (U+202A to U+202E, U+2066 to U+2069). One without its partner
// turns all that follows on its line, also the words of others.

#ifndef ENTENTE_BASE_DIRECTION_H
#define ENTENTE_BASE_DIRECTION_H

#include "base/arena.h"

enum { DIRECTION_BYTES = 3 }; // of each such mark in UTF-8

bool direction_is_mark(uint32_t c);
// Whether one begins at byte i of valid text.
bool direction_mark_at(struct str text, size_t i);
bool direction_has_marks(struct str text);

// Which bytes begin a mark that has no partner in its line: *loose has text.length + 1 of them.
// Result: how many there are; 0 leaves *loose as it was
// Owner:  arena
// Cost:   O(length)
size_t direction_loose(struct str text, struct arena *arena, bool **loose);

// The text without those marks; the same text where there are none.
struct str direction_closed(struct str text, struct arena *arena);

// Lines for a person to read, in which no text turns another's: without any such mark, and with U+FFFD for
// each control character but line feed and tab. The same text where it has none.
struct str direction_plain(struct str text, struct arena *arena);

#endif
