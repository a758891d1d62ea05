// SPDX-License-Identifier: Apache-2.0
#include "serve/act_json.h"

#include "codec/json.h"

static void add(struct posted *posted, struct str name, struct str value)
{
    struct posted_field *field = LIST_ADD(&posted->fields, struct posted_field);
    field->name = arena_c_string(posted->arena, name);
    field->value = builder_make(posted->arena);
    builder_add(&field->value, value);
}

static void add_value(struct posted *posted, struct str name, const struct json *value)
{
    struct builder out = builder_make(posted->arena);
    struct json_writer writer = json_writer_make(&out, 0);
    switch (value->kind) {
    case JSON_STRING:
    case JSON_NUMBER:
        add(posted, name, value->text);
        return;
    case JSON_BOOL:
        // What is false is not said, as with a box that is not ticked.
        if (value->truth)
            add(posted, name, STR("yes"));
        return;
    case JSON_NULL:
        return;
    case JSON_ARRAY:
    case JSON_OBJECT:
        json_value(&writer, value);
        add(posted, name, builder_str(&out));
        return;
    }
}

static bool is_plain(const struct json *value)
{
    return value->kind != JSON_ARRAY && value->kind != JSON_OBJECT;
}

static bool is_cut(struct str text)
{
    return str_find_byte(text, '\0') < text.length;
}

// A field ends at a NUL where it is taken up: what stands behind it would not be entered.
static bool has_nul(const struct json *value)
{
    if (value->kind == JSON_STRING)
        return is_cut(value->text);
    if (is_plain(value))
        return false;
    for (size_t i = 0; i < value->count; i++)
        if ((value->kind == JSON_OBJECT && is_cut(value->names[i])) || has_nul(&value->items[i]))
            return true;
    return false;
}

bool act_json_take(struct site_visit *visit)
{
    struct posted *posted = &visit->posted;
    const struct json *said;
    struct error error;
    if (posted->whole.length == 0)
        return true;
    if (!json_read(STR("body"), builder_str(&posted->whole), &input_limits_default, visit->arena,
                   &said, &error)) {
        visit_refuse(visit, 400, "This is no JSON", error.message);
        return false;
    }
    if (said->kind != JSON_OBJECT) {
        visit_refuse(visit, 400, "This is no object", "the body is one JSON object");
        return false;
    }
    if (has_nul(said)) {
        visit_refuse(visit, 400, "This is no text", "a name or a text in the body holds a NUL");
        return false;
    }
    for (size_t i = 0; i < said->count; i++) {
        const struct json *value = &said->items[i];
        bool is_list = value->kind == JSON_ARRAY;
        for (size_t j = 0; is_list && j < value->count; j++)
            is_list = is_plain(&value->items[j]);
        for (size_t j = 0; is_list && j < value->count; j++)
            add_value(posted, said->names[i], &value->items[j]);
        if (!is_list)
            add_value(posted, said->names[i], value);
    }
    return true;
}
