// SPDX-License-Identifier: Apache-2.0
#include "record/canon.h"

#include <inttypes.h>
#include <stdlib.h>

#define CANON_DEPTH 32

static bool write_value(const struct json *value, size_t depth, struct json_writer *writer,
                        struct arena *arena, struct error *error);

// An index into an object's members beside its name, for sorting.
struct member {
    struct str name;
    const struct json *value;
};

static int compare_members(const void *a, const void *b)
{
    return str_compare(((const struct member *)a)->name, ((const struct member *)b)->name);
}

static bool write_object(const struct json *object, size_t depth, struct json_writer *writer,
                         struct arena *arena, struct error *error)
{
    struct member *members = ARENA_ARRAY(arena, struct member, object->count);
    for (size_t i = 0; i < object->count; i++)
        members[i] = (struct member){object->names[i], &object->items[i]};
    if (object->count > 1)
        qsort(members, object->count, sizeof *members, compare_members);
    json_begin_object(writer);
    for (size_t i = 0; i < object->count; i++) {
        json_name_str(writer, members[i].name);
        if (!write_value(members[i].value, depth + 1, writer, arena, error))
            return false;
    }
    json_end_object(writer);
    return true;
}

static bool write_value(const struct json *value, size_t depth, struct json_writer *writer,
                        struct arena *arena, struct error *error)
{
    int64_t number;
    if (depth > CANON_DEPTH)
        return error_set(error, TOO_LARGE, "the value is nested deeper than %d", CANON_DEPTH);
    switch (value->kind) {
    case JSON_NULL:
        json_null(writer);
        return true;
    case JSON_BOOL:
        json_bool(writer, value->truth);
        return true;
    case JSON_NUMBER:
        if (!json_whole(value, &number))
            return error_set(error, BAD_INPUT, "%.*s is not a whole number of 64 bits",
                             STR_ARGS(str_slice(value->text, 0, 40)));
        json_int(writer, number);
        return true;
    case JSON_STRING:
        json_str(writer, value->text);
        return true;
    case JSON_ARRAY:
        json_begin_array(writer);
        for (size_t i = 0; i < value->count; i++)
            if (!write_value(&value->items[i], depth + 1, writer, arena, error))
                return false;
        json_end_array(writer);
        return true;
    case JSON_OBJECT:
        return write_object(value, depth, writer, arena, error);
    }
    return error_set(error, BAD_INPUT, "a value of no kind cannot be recorded");
}

bool canon_write(const struct json *value, struct builder *out, struct error *error)
{
    struct arena *arena = arena_open();
    struct json_writer writer = json_writer_make(out, 0);
    bool done = write_value(value, 0, &writer, arena, error);
    arena_close(arena);
    return done;
}

bool canon_read(struct str source, struct str text, struct arena *arena, const struct json **value,
                struct error *error)
{
    const struct json *read;
    if (!json_read(source, text, &input_limits_default, arena, &read, error))
        return false;
    struct arena *scratch = arena_open();
    struct builder again = builder_make(scratch);
    bool is_canonical = canon_write(read, &again, error) && str_equal(builder_str(&again), text);
    arena_close(scratch);
    if (!is_canonical)
        return error_at(error, TAMPERED, place_of(source), "the entry is not in canonical form");
    *value = read;
    return true;
}

struct json json_copy(const struct json *value, struct arena *arena)
{
    struct json copy = *value;
    copy.text = arena_copy(arena, value->text);
    if (value->count == 0)
        return copy;
    struct json *items = ARENA_ARRAY(arena, struct json, value->count);
    struct str *names =
        value->kind == JSON_OBJECT ? ARENA_ARRAY(arena, struct str, value->count) : NULL;
    for (size_t i = 0; i < value->count; i++) {
        items[i] = json_copy(&value->items[i], arena);
        if (names)
            names[i] = arena_copy(arena, value->names[i]);
    }
    copy.items = items;
    copy.names = names;
    return copy;
}

const struct json *json_of_str(struct arena *arena, struct str text)
{
    struct json *value = ARENA_NEW(arena, struct json);
    value->kind = JSON_STRING;
    value->text = text;
    return value;
}

const struct json *json_of_int(struct arena *arena, int64_t number)
{
    struct json *value = ARENA_NEW(arena, struct json);
    value->kind = JSON_NUMBER;
    value->text = arena_print(arena, "%" PRId64, number);
    return value;
}

struct json_object json_object_make(struct arena *arena)
{
    return (struct json_object){LIST_MAKE(arena, struct str), LIST_MAKE(arena, struct json)};
}

struct json_object json_object_from(struct arena *arena, const struct json *start)
{
    struct json_object object = json_object_make(arena);
    for (size_t i = 0; start && i < start->count; i++)
        json_object_set(&object, start->names[i], &start->items[i]);
    return object;
}

void json_object_set_text(struct json_object *object, const char *name, struct str text)
{
    if (text.length > 0)
        json_object_set(object, str_of(name), json_of_str(object->values.arena, text));
}

void json_object_set(struct json_object *object, struct str name, const struct json *value)
{
    size_t at = 0;
    while (at < object->names.count && !str_equal(*LIST_AT(&object->names, struct str, at), name))
        at++;
    if (!value) {
        // Order means nothing here: the last member takes the place of the one that goes.
        if (at == object->names.count)
            return;
        size_t last = object->names.count - 1;
        *LIST_AT(&object->names, struct str, at) = *LIST_AT(&object->names, struct str, last);
        *LIST_AT(&object->values, struct json, at) = *LIST_AT(&object->values, struct json, last);
        list_cut(&object->names, last);
        list_cut(&object->values, last);
        return;
    }
    if (at == object->names.count) {
        *LIST_ADD(&object->names, struct str) = name;
        *LIST_ADD(&object->values, struct json) = *value;
    } else {
        *LIST_AT(&object->values, struct json, at) = *value;
    }
}

const struct json *json_object_done(const struct json_object *object, struct arena *arena)
{
    struct json *value = ARENA_NEW(arena, struct json);
    value->kind = JSON_OBJECT;
    value->items = LIST_ITEMS(&object->values, struct json);
    value->names = LIST_ITEMS(&object->names, struct str);
    value->count = object->names.count;
    return value;
}
