// SPDX-License-Identifier: Apache-2.0
#include "base/str.h"

#include "base/eights.h"

#include <string.h>

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool str_equal_ignoring_case(struct str a, struct str b)
{
    if (a.length != b.length)
        return false;
    for (size_t i = 0; i < a.length; i++)
        if (lower(a.bytes[i]) != lower(b.bytes[i]))
            return false;
    return true;
}

int str_compare(struct str a, struct str b)
{
    size_t shared = a.length < b.length ? a.length : b.length;
    int order = shared == 0 ? 0 : memcmp(a.bytes, b.bytes, shared);
    if (order != 0)
        return order;
    return (a.length > b.length) - (a.length < b.length);
}

bool str_ends_with(struct str s, struct str end)
{
    return s.length >= end.length && str_equal(str_skip(s, s.length - end.length), end);
}

bool str_ends_with_ignoring_case(struct str s, struct str end)
{
    return s.length >= end.length &&
           str_equal_ignoring_case(str_skip(s, s.length - end.length), end);
}

size_t str_find(struct str s, struct str part)
{
    if (part.length == 0)
        return 0;
    if (part.length > s.length)
        return s.length;
    const char *found = memmem(s.bytes, s.length, part.bytes, part.length);
    return found ? (size_t)(found - s.bytes) : s.length;
}

size_t str_behind_last(struct str s, char byte)
{
    size_t at = s.length;
    while (at > 0 && s.bytes[at - 1] != byte)
        at--;
    return at;
}

size_t str_find_byte(struct str s, char byte)
{
    const char *found = s.length == 0 ? NULL : memchr(s.bytes, byte, s.length);
    return found ? (size_t)(found - s.bytes) : s.length;
}

bool str_contains(struct str s, struct str part)
{
    return part.length == 0 || str_find(s, part) < s.length;
}

bool str_contains_ignoring_case(struct str s, struct str part)
{
    for (size_t i = 0; i + part.length <= s.length; i++)
        if (str_equal_ignoring_case(str_slice(s, i, i + part.length), part))
            return true;
    return false;
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct str str_trim(struct str s)
{
    size_t from = 0;
    size_t to = s.length;
    while (from < to && is_space(s.bytes[from]))
        from++;
    while (to > from && is_space(s.bytes[to - 1]))
        to--;
    return str_slice(s, from, to);
}

bool str_cut(struct str *rest, char separator, struct str *piece)
{
    if (rest->length == 0)
        return false;
    size_t at = str_find_byte(*rest, separator);
    *piece = str_slice(*rest, 0, at);
    *rest = str_skip(*rest, at + 1);
    return true;
}

// Multiply and fold, eight bytes at a time (after Wang Yi's wyhash, 2019, in spirit).
__extension__ typedef unsigned __int128 uint128;

static uint64_t fold(uint64_t a, uint64_t b)
{
    uint128 product = (uint128)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

uint64_t str_hash(struct str s)
{
    const uint64_t odd = 0x9e3779b97f4a7c15u;
    uint64_t hash = odd ^ s.length;
    size_t at = 0;
    for (; at + 8 <= s.length; at += 8) {
        uint64_t chunk;
        memcpy(&chunk, s.bytes + at, 8);
        hash = fold(hash ^ chunk, odd);
    }
    // An empty text may have no bytes to point into.
    uint64_t tail = at < s.length ? eight_of(s.bytes + at, s.length - at) : 0;
    return fold(hash ^ tail, 0xd6e8feb86659fd93u);
}
