// SPDX-License-Identifier: Apache-2.0
#include "codec/json.h"

#include "base/checked.h"
#include "base/list.h"
#include "base/names.h"
#include "base/utf8.h"

#include <string.h>
#include <yajl/yajl_parse.h>

// An array or object that is still open.
struct level {
    bool is_object;
    size_t first_value; // index into reader.values of its first finished item
    size_t first_name;  // likewise into reader.names
};

struct reader {
    struct str source;
    struct str text;
    const struct limits *limits;
    struct arena *arena;
    struct error *error;
    yajl_handle handle;
    struct list levels; // struct level
    struct list values; // struct json: finished items of the open levels
    struct list names;  // struct str
    bool has_error;
};

static size_t position(const struct reader *reader)
{
    return yajl_get_bytes_consumed(reader->handle);
}

static int refuse(struct reader *reader, enum error_code code, const char *message)
{
    reader->has_error = true;
    error_at(reader->error, code, place_in(reader->source, reader->text, position(reader)), "%s",
             message);
    return 0;
}

static struct json *add_value(struct reader *reader, enum json_kind kind)
{
    struct json *value = LIST_ADD(&reader->values, struct json);
    value->kind = kind;
    value->byte = position(reader);
    return value;
}

static int on_null(void *context)
{
    add_value(context, JSON_NULL);
    return 1;
}

static int on_bool(void *context, int truth)
{
    add_value(context, JSON_BOOL)->truth = truth != 0;
    return 1;
}

static int on_number(void *context, const char *digits, size_t length)
{
    struct reader *reader = context;
    add_value(reader, JSON_NUMBER)->text = arena_copy(reader->arena, (struct str){digits, length});
    return 1;
}

static int on_string(void *context, const unsigned char *bytes, size_t length)
{
    struct reader *reader = context;
    struct str text = {(const char *)bytes, length};
    add_value(reader, JSON_STRING)->text = arena_copy(reader->arena, text);
    return 1;
}

static int on_name(void *context, const unsigned char *bytes, size_t length)
{
    struct reader *reader = context;
    struct str text = {(const char *)bytes, length};
    *LIST_ADD(&reader->names, struct str) = arena_copy(reader->arena, text);
    return 1;
}

static int on_begin(struct reader *reader, bool is_object)
{
    if (reader->levels.count >= reader->limits->json_depth)
        return refuse(reader, TOO_LARGE, "arrays and objects are nested too deeply here");
    struct level *level = LIST_ADD(&reader->levels, struct level);
    *level = (struct level){is_object, reader->values.count, reader->names.count};
    return 1;
}

static int on_begin_object(void *context)
{
    return on_begin(context, true);
}

static int on_begin_array(void *context)
{
    return on_begin(context, false);
}

static bool names_differ(const struct str *names, size_t count)
{
    struct arena *arena = arena_open();
    struct names *seen = names_make(arena);
    for (size_t i = 0; i < count; i++)
        names_add(seen, names[i]);
    bool differ = names_count(seen) == count;
    arena_close(arena);
    return differ;
}

// Moves the finished items of the innermost level out of the stack and into a value.
static int on_end(void *context)
{
    struct reader *reader = context;
    struct level level = *LIST_AT(&reader->levels, struct level, reader->levels.count - 1);
    list_cut(&reader->levels, reader->levels.count - 1);
    struct json made = {.kind = level.is_object ? JSON_OBJECT : JSON_ARRAY,
                        .count = reader->values.count - level.first_value,
                        .byte = position(reader)};
    if (made.count > 0) {
        struct json *items = ARENA_ARRAY(reader->arena, struct json, made.count);
        memcpy(items, LIST_AT(&reader->values, struct json, level.first_value),
               made.count * sizeof *items);
        made.items = items;
    }
    if (level.is_object && made.count > 0) {
        struct str *names = ARENA_ARRAY(reader->arena, struct str, made.count);
        memcpy(names, LIST_AT(&reader->names, struct str, level.first_name),
               made.count * sizeof *names);
        made.names = names;
        if (!names_differ(names, made.count))
            return refuse(reader, BAD_INPUT, "an object that ends here has the same name twice");
    }
    list_cut(&reader->values, level.first_value);
    list_cut(&reader->names, level.first_name);
    *LIST_ADD(&reader->values, struct json) = made;
    return 1;
}

static const yajl_callbacks callbacks = {
    .yajl_null = on_null,
    .yajl_boolean = on_bool,
    .yajl_number = on_number,
    .yajl_string = on_string,
    .yajl_start_map = on_begin_object,
    .yajl_map_key = on_name,
    .yajl_end_map = on_end,
    .yajl_start_array = on_begin_array,
    .yajl_end_array = on_end,
};

// The library's own words for what is wrong, its first line without the "parse error: ".
static bool syntax_error(struct reader *reader)
{
    unsigned char *message = yajl_get_error(reader->handle, 0, NULL, 0);
    struct str line = str_of((const char *)message);
    line = str_slice(line, 0, str_find_byte(line, '\n'));
    size_t colon = str_find(line, STR(": "));
    if (colon < line.length)
        line = str_skip(line, colon + 2);
    error_at(reader->error, BAD_INPUT, place_in(reader->source, reader->text, position(reader)),
             "is not valid JSON: %.*s", STR_ARGS(line));
    yajl_free_error(reader->handle, message);
    return false;
}

static bool parse(struct reader *reader)
{
    const unsigned char *bytes = (const unsigned char *)reader->text.bytes;
    yajl_status status = yajl_parse(reader->handle, bytes, reader->text.length);
    if (status == yajl_status_ok)
        status = yajl_complete_parse(reader->handle);
    if (reader->has_error)
        return false;
    if (status != yajl_status_ok)
        return syntax_error(reader);
    return true;
}

bool json_read(struct str source, struct str text, const struct limits *limits, struct arena *arena,
               const struct json **value, struct error *error)
{
    size_t valid = utf8_valid_length(text);
    if (valid < text.length)
        return error_at(error, BAD_INPUT, place_in(source, text, valid),
                        "is not UTF-8 text: byte 0x%02x cannot stand here",
                        (unsigned char)text.bytes[valid]);
    if (str_trim(text).length == 0)
        return error_at(error, BAD_INPUT, place_of(source), "is empty; a JSON value was expected");
    struct arena *stacks = arena_open();
    struct reader reader = {.source = source,
                            .text = text,
                            .limits = limits,
                            .arena = arena,
                            .error = error,
                            .levels = LIST_MAKE(stacks, struct level),
                            .values = LIST_MAKE(stacks, struct json),
                            .names = LIST_MAKE(stacks, struct str)};
    reader.handle = yajl_alloc(&callbacks, NULL, &reader);
    bool done = parse(&reader);
    if (done) {
        struct json *root = ARENA_NEW(arena, struct json);
        *root = *LIST_AT(&reader.values, struct json, 0);
        *value = root;
    }
    yajl_free(reader.handle);
    arena_close(stacks);
    return done;
}

const struct json *json_member(const struct json *object, const char *name)
{
    if (!object || object->kind != JSON_OBJECT)
        return NULL;
    struct str wanted = str_of(name);
    for (size_t i = 0; i < object->count; i++)
        if (str_equal(object->names[i], wanted))
            return &object->items[i];
    return NULL;
}

// Takes the exponent and the fraction of a decimal into account; 12.50e1 is 125.
static bool whole_of_decimal(struct str digits, int64_t *number)
{
    size_t e = str_find_byte(digits, 'e');
    if (e == digits.length)
        e = str_find_byte(digits, 'E');
    int64_t exponent = 0;
    if (e < digits.length && !checked_parse(str_skip(digits, e + 1), &exponent))
        return false;
    struct str mantissa = str_slice(digits, 0, e);
    size_t dot = str_find_byte(mantissa, '.');
    struct str fraction = str_skip(mantissa, dot + 1);
    while (fraction.length > 0 && fraction.bytes[fraction.length - 1] == '0')
        fraction.length--;
    int64_t value;
    if (!checked_parse(str_slice(mantissa, 0, dot), &value))
        return false;
    int64_t sign = mantissa.length > 0 && mantissa.bytes[0] == '-' ? -1 : 1;
    for (size_t i = 0; i < fraction.length; i++, exponent--)
        if (!checked_multiply(value, 10, &value) ||
            !checked_add(value, sign * (fraction.bytes[i] - '0'), &value))
            return false;
    for (; exponent < 0 && value != 0; exponent++) {
        if (value % 10 != 0)
            return false;
        value /= 10;
    }
    for (; exponent > 0 && value != 0; exponent--)
        if (!checked_multiply(value, 10, &value))
            return false;
    *number = value;
    return true;
}

bool json_whole(const struct json *value, int64_t *number)
{
    if (!value || value->kind != JSON_NUMBER)
        return false;
    return checked_parse(value->text, number) || whole_of_decimal(value->text, number);
}
