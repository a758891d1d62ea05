// SPDX-License-Identifier: Apache-2.0
#include "render/bargain/value_text.h"

#include "bargain/wide.h"

#include <inttypes.h>

// One is this many parts, which VALUE_PLACES places tell apart.
#define PARTS 10000

struct str value_text(const struct scenario *scenario, int64_t value, struct arena *arena)
{
    if (scenario->scale == 1)
        return arena_print(arena, "%" PRId64, value);
    uint128 size = (uint128)(value < 0 ? -(int128)value : value);
    uint128 scale = (uint128)scenario->scale;
    uint64_t parts = (uint64_t)((size * PARTS + scale / 2) / scale); // at most 2^61 × PARTS / 2
    struct str text =
        arena_print(arena, "%s%" PRIu64 ".%0*" PRIu64, value < 0 && parts > 0 ? "-" : "",
                    parts / PARTS, VALUE_PLACES, parts % PARTS);
    while (text.bytes[text.length - 1] == '0')
        text.length--;
    text.length -= text.bytes[text.length - 1] == '.';
    return text;
}

struct str gain_text(const struct scenario *scenario, struct gain_range gain, struct arena *arena)
{
    struct str least = value_text(scenario, gain.least, arena);
    struct str most = value_text(scenario, gain.most, arena);
    if (gain.least == gain.most)
        return most;
    if (gain.least == GAIN_NONE)
        return arena_print(arena, "at most %.*s", STR_ARGS(most));
    return arena_print(arena, "%.*s to %.*s", STR_ARGS(least), STR_ARGS(most));
}
