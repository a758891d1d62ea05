// SPDX-License-Identifier: Apache-2.0
// UTF-8: checked once at the door, trusted after.

#ifndef ENTENTE_BASE_UTF8_H
#define ENTENTE_BASE_UTF8_H

#include "base/str.h"

#define UTF8_MAX 4

// How many bytes of s, from its start, are valid UTF-8 (RFC 3629: no surrogates, no overlong
// forms, nothing above U+10FFFF). Equal to s.length when all of it is.
size_t utf8_valid_length(struct str s);
bool utf8_is_valid(struct str s);

// The code point that starts at byte `at` of valid text; *bytes is its length.
uint32_t utf8_at(struct str s, size_t at, size_t *bytes);
// The code point that ends before byte `at` (at > 0); *bytes is its length.
uint32_t utf8_before(struct str s, size_t at, size_t *bytes);
// Writes up to UTF8_MAX bytes and gives their number.
size_t utf8_encode(uint32_t code_point, char *bytes);
// Characters (code points) in valid text.
size_t utf8_count(struct str s);

// What a code point is, by Unicode general category.
bool utf8_is_letter(uint32_t code_point); // letters and the marks that go on them
bool utf8_is_upper(uint32_t code_point);
bool utf8_is_digit(uint32_t code_point); // decimal digits of any script
bool utf8_is_space(uint32_t code_point); // white space, no-break and zero-width spaces too
uint32_t utf8_lower(uint32_t code_point);

#endif
