// SPDX-License-Identifier: Apache-2.0
#include "render/bargain/rule_words.h"

#include "base/builder.h"

#include <inttypes.h>

// Numbers of sums are decimals, so all of their places are told.
static struct str number_words(const struct rule_sum *sum, int64_t number, struct arena *arena)
{
    const char *sign = number < 0 ? "-" : "";
    uint64_t scale = (uint64_t)sum->scale;
    uint64_t size = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    uint64_t part = size % scale;
    int places = 0;
    for (uint64_t unit = 1; unit < scale; unit *= 10)
        places++;
    if (part == 0)
        return arena_print(arena, "%s%" PRIu64, sign, size / scale);
    struct str text =
        arena_print(arena, "%s%" PRIu64 ".%0*" PRIu64, sign, size / scale, places, part);
    while (text.bytes[text.length - 1] == '0')
        text.length--;
    return text;
}

struct str sum_ends_words(const struct rule_sum *sum, struct arena *arena)
{
    struct str least = number_words(sum, sum->least, arena);
    struct str most = number_words(sum, sum->most, arena);
    if (sum->least == sum->most)
        return arena_print(arena, "exactly %.*s", STR_ARGS(least));
    if (sum->least == INT64_MIN)
        return arena_print(arena, "at most %.*s", STR_ARGS(most));
    if (sum->most == INT64_MAX)
        return arena_print(arena, "at least %.*s", STR_ARGS(least));
    return arena_print(arena, "at least %.*s and at most %.*s", STR_ARGS(least), STR_ARGS(most));
}

struct str rule_words(const struct scenario *scenario, const struct clause *clause,
                      struct arena *arena)
{
    struct builder out = builder_make(arena);
    builder_add_c(&out, clause->sum ? "the numbers of" : "not together:");
    for (uint32_t l = 0; l < clause->count; l++) {
        const struct issue *issue = &scenario->issues[clause->literals[l].issue];
        builder_print(&out, "%s %.*s", l == 0 ? "" : " and", STR_ARGS(issue->name));
        const char *between = " = ";
        for (uint32_t o = 0; o < issue->option_count && !clause->sum; o++)
            if (clause->literals[l].threatens[o]) {
                builder_print(&out, "%s%.*s", between, STR_ARGS(issue->options[o]));
                between = " or ";
            }
    }
    if (clause->sum)
        builder_print(&out, " add up to %.*s", STR_ARGS(sum_ends_words(clause->sum, arena)));
    return builder_str(&out);
}
