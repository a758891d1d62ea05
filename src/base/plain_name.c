// SPDX-License-Identifier: Apache-2.0
#include "base/plain_name.h"

#include "base/builder.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <utf8proc.h>

static bool turns_direction(uint32_t c)
{
    return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069);
}

static bool is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

static bool breaks_line(uint32_t c)
{
    return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool plain_name_check(struct str name, const char *what, struct error *error)
{
    size_t valid = utf8_valid_length(name);
    if (valid < name.length)
        return error_set(error, BAD_INPUT, "%s is not UTF-8: byte %zu is 0x%02x", what, valid + 1,
                         (unsigned char)name.bytes[valid]);
    size_t bytes;
    size_t count = 0;
    for (size_t at = 0; at < name.length; at += bytes) {
        uint32_t c = utf8_at(name, at, &bytes);
        const char *fault = breaks_line(c)       ? "breaks the line"
                            : is_control(c)      ? "is a control character"
                            : turns_direction(c) ? "turns the direction of writing"
                                                 : NULL;
        count++;
        if (fault)
            return error_set(error, BAD_INPUT,
                             "%s must be one plain line: character %zu, U+%04X, %s", what, count, c,
                             fault);
    }
    return true;
}

struct str plain_name_made(struct str name, struct arena *arena)
{
    if (plain_name_is(name))
        return name;
    struct builder plain = builder_make(arena);
    size_t bytes;
    for (size_t at = 0; at < name.length; at += bytes) {
        uint32_t c = utf8_at(name, at, &bytes);
        if (breaks_line(c) || c == '\t')
            builder_add_byte(&plain, ' ');
        else if (!is_control(c) && !turns_direction(c))
            builder_add(&plain, str_slice(name, at, at + bytes));
    }
    return str_trim(builder_str(&plain));
}

bool plain_name_is(struct str name)
{
    struct error ignored;
    return plain_name_check(name, "", &ignored);
}

static struct str mapped(struct str name, utf8proc_option_t how, struct arena *arena)
{
    utf8proc_uint8_t *bytes = NULL;
    utf8proc_ssize_t length =
        utf8proc_map((const utf8proc_uint8_t *)name.bytes, (utf8proc_ssize_t)name.length, &bytes,
                     UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_IGNORE | how);
    if (length == UTF8PROC_ERROR_NOMEM)
        memory_exhausted(name.length);
    struct str look =
        length < 0 ? name : arena_copy(arena, (struct str){(const char *)bytes, (size_t)length});
    free(bytes);
    return look;
}

struct str plain_name_look(struct str name, struct arena *arena)
{
    return mapped(name, 0, arena);
}

struct str plain_name_key(struct str name, struct arena *arena)
{
    struct str folded = mapped(name, UTF8PROC_CASEFOLD, arena);
    struct builder key = builder_make(arena);
    size_t bytes;
    bool is_between = false;
    for (size_t at = 0; at < folded.length; at += bytes) {
        uint32_t c = utf8_at(folded, at, &bytes);
        if (utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_ZS || c == '\t') {
            is_between = key.length > 0;
            continue;
        }
        if (is_between)
            builder_add_byte(&key, ' ');
        is_between = false;
        builder_add(&key, str_slice(folded, at, at + bytes));
    }
    return builder_str(&key);
}
