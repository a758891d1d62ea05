// SPDX-License-Identifier: Apache-2.0
#include "exchange/bargain/scenario_parts.h"

#include <stdarg.h>

bool reader_refuse(const struct scenario_reader *reader, const struct json *value,
                   enum error_code code, struct str part, const char *what, ...)
{
    struct place place =
        value ? place_in(reader->source, reader->text, value->byte) : place_of(reader->source);
    place.has_byte = false;
    va_list arguments;
    va_start(arguments, what);
    struct str words = arena_print_list(reader->arena, what, arguments);
    va_end(arguments);
    return error_at(reader->error, code, place_with_part(place, part), "%.*s", STR_ARGS(words));
}

// The array under a name; a missing one counts as empty when it may be missing.
bool reader_array(const struct scenario_reader *reader, const struct json *object, const char *name,
                  struct str part, bool may_miss, struct json *array)
{
    const struct json *value = json_member(object, name);
    *array = (struct json){.kind = JSON_ARRAY};
    if (!value && may_miss)
        return true;
    if (!value)
        return reader_refuse(reader, object, BAD_INPUT, part, "is missing; a list was expected");
    if (value->kind != JSON_ARRAY)
        return reader_refuse(reader, value, BAD_INPUT, part, "is not a list");
    *array = *value;
    return true;
}
