// SPDX-License-Identifier: Apache-2.0
// Property: what was read can be written and read again to the same tree.
#include "codec/json.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static struct str written(const struct json *value, struct builder *out)
{
    struct json_writer writer = json_writer_make(out, 0);
    json_value(&writer, value);
    return builder_str(out);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_open();
    struct input_limits limits = input_limits_default;
    limits.json_depth = 60; // what the writer can nest
    const struct json *value;
    struct error error;
    struct str text = {(const char *)bytes, length};
    if (json_read(STR("fuzz"), text, &limits, arena, &value, &error)) {
        struct builder first = builder_make(arena);
        struct builder second = builder_make(arena);
        const struct json *again;
        if (!json_read(STR("fuzz"), written(value, &first), &limits, arena, &again, &error) ||
            !str_equal(builder_str(&first), written(again, &second)))
            abort();
    }
    arena_close(arena);
    return 0;
}
