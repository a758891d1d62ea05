// SPDX-License-Identifier: Apache-2.0
// Text that grows at its end, in an arena.

#ifndef ENTENTE_BASE_BUILDER_H
#define ENTENTE_BASE_BUILDER_H

#include "base/arena.h"

#include <string.h>

struct builder {
    struct arena *arena;
    char *bytes;
    size_t length;
    size_t capacity;
};

struct builder builder_make(struct arena *arena);
// Makes room for `bytes` more, so that adding them copies nothing.
void builder_reserve(struct builder *builder, size_t bytes);

static inline void builder_add(struct builder *builder, struct str s)
{
    if (s.length == 0)
        return;
    if (builder->capacity - builder->length < s.length)
        builder_reserve(builder, s.length);
    memcpy(builder->bytes + builder->length, s.bytes, s.length);
    builder->length += s.length;
}

static inline void builder_add_c(struct builder *builder, const char *text)
{
    builder_add(builder, str_of(text));
}

static inline void builder_add_byte(struct builder *builder, char byte)
{
    if (builder->capacity == builder->length)
        builder_reserve(builder, 1);
    builder->bytes[builder->length++] = byte;
}

// Adds the UTF-8 form of a code point up to U+10FFFF.
void builder_add_code_point(struct builder *builder, uint32_t code_point);
// The number in decimal digits.
void builder_add_int(struct builder *builder, int64_t number);
// Writes a number so that it ends before `end`, at most NUMBER_BYTES; gives its start.
char *number_before(char *end, int64_t number);
#define NUMBER_BYTES 20
void builder_add_spaces(struct builder *builder, size_t count);
void builder_print(struct builder *builder, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
// Cuts the text back to `length` bytes, at most what it has.
void builder_cut(struct builder *builder, size_t length);
// The text so far. The view holds until the builder grows again.
struct str builder_str(const struct builder *builder);

#endif
