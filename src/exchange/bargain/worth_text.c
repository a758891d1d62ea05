// SPDX-License-Identifier: Apache-2.0
#include "exchange/bargain/worth_text.h"

#include "bargain/wide.h"

#include <inttypes.h>

// One is this many parts, which WORTH_PLACES places tell apart.
#define PARTS 10000

struct str worth_text(const struct scenario *scenario, int64_t worth, struct arena *arena)
{
    if (scenario->scale == 1)
        return arena_print(arena, "%" PRId64, worth);
    uint128 size = (uint128)(worth < 0 ? -(int128)worth : worth);
    uint128 scale = (uint128)scenario->scale;
    uint64_t parts = (uint64_t)((size * PARTS + scale / 2) / scale); // at most 2^61 × PARTS / 2
    struct str text =
        arena_print(arena, "%s%" PRIu64 ".%0*" PRIu64, worth < 0 && parts > 0 ? "-" : "",
                    parts / PARTS, WORTH_PLACES, parts % PARTS);
    while (text.bytes[text.length - 1] == '0')
        text.length--;
    text.length -= text.bytes[text.length - 1] == '.';
    return text;
}
