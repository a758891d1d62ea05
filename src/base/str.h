// SPDX-License-Identifier: Apache-2.0
// A view of text: bytes and their number; nothing is owned, nothing ends with NUL.

#ifndef ENTENTE_BASE_STR_H
#define ENTENTE_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

// Bytes borrowed from elsewhere. An empty view may have bytes == NULL.
struct str {
    const char *bytes;
    size_t length;
};

// A view of a string literal.
#define STR(literal) ((struct str){"" literal, sizeof(literal) - 1})
// The same for static tables, where a compound literal is not a constant.
#define STR_INIT(literal)                                                                          \
    {                                                                                              \
        "" literal, sizeof(literal) - 1                                                            \
    }
// For printf-like calls: "%.*s" takes STR_ARGS(s).
#define STR_ARGS(s) ((int)(s).length), ((s).bytes ? (s).bytes : "")

// The small ones stand here, since they are called for every word and every byte.

// A view of a NUL-terminated string; NULL gives the empty view.
static inline struct str str_of(const char *text)
{
    return text ? (struct str){text, strlen(text)} : (struct str){NULL, 0};
}

static inline bool str_equal(struct str a, struct str b)
{
    return a.length == b.length &&
           (a.length == 0 || (a.bytes && b.bytes && memcmp(a.bytes, b.bytes, a.length) == 0));
}
// Equal when A-Z and a-z count as the same; other bytes must be equal.
bool str_equal_ignoring_case(struct str a, struct str b);
// Byte order; negative, zero or positive. The shorter of two with a common start is smaller.
int str_compare(struct str a, struct str b);

static inline bool str_starts_with(struct str s, struct str start)
{
    return s.length >= start.length &&
           (start.length == 0 || memcmp(s.bytes, start.bytes, start.length) == 0);
}

bool str_ends_with(struct str s, struct str end);
bool str_ends_with_ignoring_case(struct str s,
                                 struct str end); // of ASCII, as str_equal_ignoring_case

// The bytes [from, to) of s; both are cut to the length of s.
static inline struct str str_slice(struct str s, size_t from, size_t to)
{
    if (to > s.length)
        to = s.length;
    if (from >= to)
        return (struct str){s.bytes, 0};
    return (struct str){s.bytes + from, to - from};
}

// s without its first `count` bytes.
static inline struct str str_skip(struct str s, size_t count)
{
    return str_slice(s, count, s.length);
}

// Where `part` first occurs in s; s.length when it does not.
size_t str_find(struct str s, struct str part);
// Where the byte first occurs in s; s.length when it does not.
size_t str_find_byte(struct str s, char byte);
// The place behind the last such byte; 0 when there is none.
size_t str_behind_last(struct str s, char byte);
bool str_contains(struct str s, struct str part);
// The same when A-Z and a-z count as equal.
bool str_contains_ignoring_case(struct str s, struct str part);

// s without ASCII white space at its ends.
struct str str_trim(struct str s);

// Takes the text up to the next `separator` off the front of *rest and puts it into *piece.
// Gives false when nothing is left. A text that ends with the separator has no empty last piece.
bool str_cut(struct str *rest, char separator, struct str *piece);

// A 64-bit hash of the bytes; the same on every machine.
uint64_t str_hash(struct str s);

#endif
