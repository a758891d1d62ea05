// SPDX-License-Identifier: Apache-2.0
// Property: every text that YAML gave can be written as a scalar and reads back the same.
#include "codec/yaml.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void check_text(struct str text, struct arena *arena)
{
    struct builder out = builder_make(arena);
    const struct json *value;
    struct error error;
    builder_add_c(&out, "- ");
    yaml_scalar(&out, text);
    builder_add_byte(&out, '\n');
    if (!yaml_read(STR("again"), builder_str(&out), &input_limits_default, arena, &value, &error) ||
        value->kind != JSON_ARRAY || value->count != 1 || !str_equal(value->items[0].text, text))
        abort();
}

static void check_value(const struct json *value, size_t *left, struct arena *arena)
{
    if (*left == 0)
        return;
    --*left;
    if (value->kind == JSON_STRING)
        check_text(value->text, arena);
    for (size_t i = 0; value->kind != JSON_STRING && i < value->count; i++) {
        if (value->kind == JSON_OBJECT)
            check_text(value->names[i], arena);
        check_value(&value->items[i], left, arena);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_open();
    const struct json *value;
    struct error error;
    struct str text = {(const char *)bytes, length};
    size_t values = 200; // aliases may make many more; those are the same again
    if (yaml_read(STR("fuzz"), text, &input_limits_default, arena, &value, &error))
        check_value(value, &values, arena);
    arena_close(arena);
    return 0;
}
