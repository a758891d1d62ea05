// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

struct str utf8_without_mark(struct str s)
{
    struct str mark = STR("\xEF\xBB\xBF");
    return str_starts_with(s, mark) ? str_skip(s, mark.length) : s;
}

static bool is_tail(unsigned char byte)
{
    return (byte & 0xc0) == 0x80;
}

// The length of the character at s[0..left), or 0 when it is not valid (Unicode 15, table 3-7).
static size_t valid_character(const unsigned char *s, size_t left)
{
    unsigned char first = s[0];
    if (first < 0x80)
        return 1;
    if (first < 0xc2 || first > 0xf4)
        return 0;
    if (first < 0xe0)
        return left >= 2 && is_tail(s[1]) ? 2 : 0;
    if (first < 0xf0) {
        if (left < 3 || !is_tail(s[1]) || !is_tail(s[2]))
            return 0;
        if ((first == 0xe0 && s[1] < 0xa0) || (first == 0xed && s[1] > 0x9f))
            return 0;
        return 3;
    }
    if (left < 4 || !is_tail(s[1]) || !is_tail(s[2]) || !is_tail(s[3]))
        return 0;
    if ((first == 0xf0 && s[1] < 0x90) || (first == 0xf4 && s[1] > 0x8f))
        return 0;
    return 4;
}

// How many bytes of the start, eight at a time, are ASCII.
static size_t ascii_words(const unsigned char *s, size_t left)
{
    size_t at = 0;
    for (uint64_t eight; at + sizeof eight <= left; at += sizeof eight) {
        memcpy(&eight, s + at, sizeof eight);
        if (eight & 0x8080808080808080u)
            break;
    }
    return at;
}

size_t utf8_valid_length(struct str s)
{
    const unsigned char *bytes = (const unsigned char *)s.bytes;
    size_t at = 0;
    while (at < s.length) {
        at += ascii_words(bytes + at, s.length - at);
        if (at == s.length)
            break;
        size_t length = valid_character(bytes + at, s.length - at);
        if (length == 0)
            return at;
        at += length;
    }
    return at;
}

bool utf8_is_valid(struct str s)
{
    return utf8_valid_length(s) == s.length;
}

uint32_t utf8_long_at(struct str s, size_t at, size_t *bytes)
{
    const unsigned char *c = (const unsigned char *)s.bytes + at;
    if (c[0] < 0xe0) {
        *bytes = 2;
        return (uint32_t)(c[0] & 0x1f) << 6 | (c[1] & 0x3f);
    }
    if (c[0] < 0xf0) {
        *bytes = 3;
        return (uint32_t)(c[0] & 0x0f) << 12 | (uint32_t)(c[1] & 0x3f) << 6 | (c[2] & 0x3f);
    }
    *bytes = 4;
    return (uint32_t)(c[0] & 0x07) << 18 | (uint32_t)(c[1] & 0x3f) << 12 |
           (uint32_t)(c[2] & 0x3f) << 6 | (c[3] & 0x3f);
}

uint32_t utf8_before(struct str s, size_t at, size_t *bytes)
{
    size_t start = at - 1;
    while (start > 0 && is_tail((unsigned char)s.bytes[start]))
        start--;
    return utf8_at(s, start, bytes);
}

size_t utf8_encode(uint32_t code_point, char *bytes)
{
    if (code_point < 0x80) {
        bytes[0] = (char)code_point;
        return 1;
    }
    if (code_point < 0x800) {
        bytes[0] = (char)(0xc0 | code_point >> 6);
        bytes[1] = (char)(0x80 | (code_point & 0x3f));
        return 2;
    }
    if (code_point < 0x10000) {
        bytes[0] = (char)(0xe0 | code_point >> 12);
        bytes[1] = (char)(0x80 | (code_point >> 6 & 0x3f));
        bytes[2] = (char)(0x80 | (code_point & 0x3f));
        return 3;
    }
    bytes[0] = (char)(0xf0 | code_point >> 18);
    bytes[1] = (char)(0x80 | (code_point >> 12 & 0x3f));
    bytes[2] = (char)(0x80 | (code_point >> 6 & 0x3f));
    bytes[3] = (char)(0x80 | (code_point & 0x3f));
    return 4;
}

struct str utf8_start(struct str s, size_t most)
{
    size_t to = most < s.length ? most : s.length;
    while (to > 0 && to < s.length && is_tail((unsigned char)s.bytes[to]))
        to--;
    return str_slice(s, 0, to);
}

struct str utf8_first_line(struct str s, size_t most)
{
    s = str_trim(s);
    return utf8_start(str_slice(s, 0, str_find_byte(s, '\n')), most);
}

struct str utf8_end(struct str s, size_t most)
{
    size_t from = most < s.length ? s.length - most : 0;
    while (from > 0 && from < s.length && is_tail((unsigned char)s.bytes[from]))
        from++;
    return str_skip(s, from);
}

struct str utf8_around(struct str s, size_t at)
{
    size_t from = at < 30 ? 0 : at - 30;
    while (from > 0 && from < s.length && is_tail((unsigned char)s.bytes[from]))
        from--;
    size_t to = from + 60 < s.length ? from + 60 : s.length;
    while (to < s.length && is_tail((unsigned char)s.bytes[to]))
        to++;
    struct str near = str_trim(str_slice(s, from, to));
    return str_slice(near, 0, str_find_byte(near, '\n'));
}

size_t utf8_count(struct str s)
{
    size_t count = 0;
    for (size_t i = 0; i < s.length; i++)
        count += !is_tail((unsigned char)s.bytes[i]);
    return count;
}

bool utf8_is_wide_letter(uint32_t code_point)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code_point);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME;
}

bool utf8_is_mark(uint32_t code_point)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code_point);
    return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

bool utf8_is_wide_upper(uint32_t code_point)
{
    return utf8proc_category((utf8proc_int32_t)code_point) == UTF8PROC_CATEGORY_LU;
}

bool utf8_is_wide_digit(uint32_t code_point)
{
    return utf8proc_category((utf8proc_int32_t)code_point) == UTF8PROC_CATEGORY_ND;
}

bool utf8_is_wide_space(uint32_t code_point)
{
    if (code_point == 0x85 || code_point == 0x200b || code_point == 0xfeff)
        return true;
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code_point);
    return category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP;
}

uint32_t utf8_lower(uint32_t code_point)
{
    if (code_point < 0x80)
        return code_point >= 'A' && code_point <= 'Z' ? code_point + 32 : code_point;
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code_point);
}
