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

// The text behind the byte order mark that some editors put first; all of it where there is none.
struct str utf8_without_mark(struct str s);

// As utf8_at, for characters of two bytes and more.
uint32_t utf8_long_at(struct str s, size_t at, size_t *bytes);

// The code point that starts at byte `at` of valid text; *bytes is its length. Here for the reader
// of millions of ASCII letters, as are the questions about them below.
static inline uint32_t utf8_at(struct str s, size_t at, size_t *bytes)
{
    unsigned char first = (unsigned char)s.bytes[at];
    if (first >= 0x80)
        return utf8_long_at(s, at, bytes);
    *bytes = 1;
    return first;
}

// The code point that ends before byte `at` (at > 0); *bytes is its length.
uint32_t utf8_before(struct str s, size_t at, size_t *bytes);
// Writes up to UTF8_MAX bytes and gives their number.
size_t utf8_encode(uint32_t code_point, char *bytes);
// The start of valid text, and its end: at most `most` bytes, whole characters.
struct str utf8_start(struct str s, size_t most);
struct str utf8_end(struct str s, size_t most);
// The first line of valid text, trimmed, to be quoted: at most `most` bytes of it.
struct str utf8_first_line(struct str s, size_t most);
// Some sixty bytes of valid text around byte `at`, for a message: whole characters of one line, trimmed.
struct str utf8_around(struct str s, size_t at);
// Characters (code points) in valid text.
size_t utf8_count(struct str s);

// The same questions for code points from U+0080 up.
bool utf8_is_wide_letter(uint32_t code_point);
bool utf8_is_wide_digit(uint32_t code_point);
bool utf8_is_wide_space(uint32_t code_point);
bool utf8_is_wide_upper(uint32_t code_point);

// What a code point is, by Unicode general category.
// A letter, or a mark that goes on one.
static inline bool utf8_is_letter(uint32_t code_point)
{
    return code_point < 0x80 ? (code_point | 0x20) >= 'a' && (code_point | 0x20) <= 'z'
                             : utf8_is_wide_letter(code_point);
}

// A decimal digit of any script.
static inline bool utf8_is_digit(uint32_t code_point)
{
    return code_point < 0x80 ? code_point >= '0' && code_point <= '9'
                             : utf8_is_wide_digit(code_point);
}

// A mark that goes on the letter before it.
bool utf8_is_mark(uint32_t code_point);

// White space, no-break and zero-width spaces too.
static inline bool utf8_is_space(uint32_t code_point)
{
    return code_point < 0x80 ? code_point == ' ' || (code_point >= '\t' && code_point <= '\r')
                             : utf8_is_wide_space(code_point);
}

static inline bool utf8_is_upper(uint32_t code_point)
{
    return code_point < 0x80 ? code_point >= 'A' && code_point <= 'Z'
                             : utf8_is_wide_upper(code_point);
}

uint32_t utf8_lower(uint32_t code_point);

#endif
