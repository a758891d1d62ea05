// SPDX-License-Identifier: Apache-2.0
#include "base/builder.h"

#include "base/utf8.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { PRINTED_BYTES = 64 };

struct builder builder_make(struct arena *arena)
{
    return (struct builder){.arena = arena};
}

void builder_reserve(struct builder *builder, size_t more)
{
    size_t needed = builder->length + more;
    if (needed <= builder->capacity)
        return;
    size_t capacity = builder->capacity * 2;
    if (capacity < needed)
        capacity = needed;
    if (capacity < 64)
        capacity = 64;
    builder->bytes = arena_extend_bare(builder->arena, builder->bytes, builder->capacity, capacity);
    builder->capacity = capacity;
}

void builder_add_code_point(struct builder *builder, uint32_t code_point)
{
    char bytes[UTF8_MAX];
    builder_add(builder, (struct str){bytes, utf8_encode(code_point, bytes)});
}

char *number_before(char *end, int64_t number)
{
    uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;
    do
        *--end = (char)('0' + rest % 10);
    while ((rest /= 10) > 0);
    if (number < 0)
        *--end = '-';
    return end;
}

void builder_add_int(struct builder *builder, int64_t number)
{
    char digits[NUMBER_BYTES];
    const char *end = digits + sizeof digits;
    const char *start = number_before(digits + sizeof digits, number);
    builder_add(builder, (struct str){start, (size_t)(end - start)});
}

void builder_add_spaces(struct builder *builder, size_t count)
{
    if (count == 0)
        return;
    builder_reserve(builder, count);
    memset(builder->bytes + builder->length, ' ', count);
    builder->length += count;
}

void builder_print(struct builder *builder, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    va_list again;
    va_copy(again, arguments);
    builder_reserve(builder, PRINTED_BYTES); // mostly enough
    size_t room = builder->capacity - builder->length;
    int length = vsnprintf(builder->bytes + builder->length, room, format, arguments);
    va_end(arguments);
    assert(length >= 0);
    if ((size_t)length >= room) {
        builder_reserve(builder, (size_t)length + 1);
        vsnprintf(builder->bytes + builder->length, (size_t)length + 1, format, again);
    }
    va_end(again);
    builder->length += (size_t)length;
}

void builder_cut(struct builder *builder, size_t length)
{
    assert(length <= builder->length);
    builder->length = length;
}

struct str builder_str(const struct builder *builder)
{
    return (struct str){builder->bytes, builder->length};
}
