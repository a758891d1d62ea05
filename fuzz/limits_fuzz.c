// SPDX-License-Identifier: Apache-2.0
// Property: limits stand in order inside the text, do not overlap, join limits that exist, and an
// open one never has an upper bound.
#include "base/utf8.h"
#include "time_limits/limits.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static bool is_sound(const struct limits_found *found, size_t length)
{
    size_t end = 0;
    for (size_t i = 0; i < found->count; i++) {
        const struct limit *limit = &found->items[i];
        if (limit->at < end || limit->length == 0 || limit->at + limit->length > length)
            return false;
        if (limit->is_open && limit->has_max && limit->relation != LIMIT_EVERY)
            return false;
        if (limit->joins != LIMIT_NO_INDEX && limit->joins >= found->count)
            return false;
        if (!utf8_is_valid(limit->phrase) || !utf8_is_valid(limit->step) ||
            !utf8_is_valid(limit->event))
            return false;
        end = limit->at + limit->length;
    }
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_open();
    struct limits_found found;
    struct error error;
    struct str text = {(const char *)bytes, length};
    if (limits_read(&(struct limits_text){.name = STR("fuzz"), .text = text}, arena, &found,
                    &error) &&
        !is_sound(&found, length))
        abort();
    arena_close(arena);
    return 0;
}
