// SPDX-License-Identifier: Apache-2.0
#include "base/error.h"

#include "base/utf8.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

// Control bytes in a message would break the one line it stands on.
static void make_one_line(char *text)
{
    for (char *c = text; *c; c++)
        if ((unsigned char)*c < ' ' || *c == 0x7f)
            *c = ' ';
}

// Cutting at the array's end may leave half a character; drop it.
static void drop_half_character(char *text, size_t capacity)
{
    size_t length = strlen(text);
    if (length + 1 < capacity)
        return;
    struct str whole = {text, length};
    size_t valid = utf8_valid_length(whole);
    text[valid] = '\0';
}

static void set(struct error *error, enum error_code code, struct place place, const char *format,
                va_list arguments)
{
    assert(code != ERROR_NONE);
    // The arguments may point into the old error, so the new one is made beside it.
    struct error made = {.code = code, .place = place};
    vsnprintf(made.message, sizeof made.message, format, arguments);
    make_one_line(made.message);
    drop_half_character(made.message, sizeof made.message);
    *error = made;
}

bool error_set(struct error *error, enum error_code code, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    set(error, code, (struct place){.line = 0}, format, arguments);
    va_end(arguments);
    return false;
}

bool error_at(struct error *error, enum error_code code, struct place place, const char *format,
              ...)
{
    va_list arguments;
    va_start(arguments, format);
    set(error, code, place, format, arguments);
    va_end(arguments);
    return false;
}

static void copy_cut(char *bytes, size_t capacity, struct str s)
{
    size_t length = s.length < capacity - 1 ? s.length : capacity - 1;
    if (length > 0)
        memcpy(bytes, s.bytes, length);
    bytes[length] = '\0';
    make_one_line(bytes);
    drop_half_character(bytes, capacity);
}

struct place place_of(struct str source)
{
    struct place place = {.line = 0};
    copy_cut(place.source, sizeof place.source, source);
    return place;
}

struct place place_in(struct str source, struct str text, size_t at)
{
    struct place place = place_of(source);
    if (at > text.length)
        at = text.length;
    size_t line_start = text.length - utf8_without_mark(text).length;
    if (line_start > at)
        line_start = at;
    place.line = 1;
    for (size_t i = 0; i < at; i++)
        if (text.bytes[i] == '\n') {
            place.line++;
            line_start = i + 1;
        }
    place.column = utf8_count(str_slice(text, line_start, at)) + 1;
    place.byte = at;
    place.has_byte = true;
    return place;
}

struct place place_with_part(struct place place, struct str part)
{
    copy_cut(place.part, sizeof place.part, part);
    return place;
}

int error_print(const struct error *error, char *bytes, size_t capacity)
{
    const struct place *place = &error->place;
    char where[320] = "";
    size_t used = 0;
    const char *comma = "";
    if (place->source[0]) {
        used += (size_t)snprintf(where + used, sizeof where - used, "%s", place->source);
        comma = ", ";
    }
    if (place->part[0]) {
        used += (size_t)snprintf(where + used, sizeof where - used, "%s%s", comma, place->part);
        comma = ", ";
    }
    if (place->line > 0) {
        used +=
            (size_t)snprintf(where + used, sizeof where - used, "%sline %zu", comma, place->line);
        comma = ", ";
    }
    if (place->column > 0)
        used += (size_t)snprintf(where + used, sizeof where - used, "%scolumn %zu", comma,
                                 place->column);
    return snprintf(bytes, capacity, "%s%s%s", where, used > 0 ? ": " : "", error->message);
}
