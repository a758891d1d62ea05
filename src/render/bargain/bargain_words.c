// SPDX-License-Identifier: Apache-2.0
#include "render/bargain/bargain_parts.h"

#include "base/checked.h"
#include "base/utf8.h"
#include "render/bargain/bargain_forms.h"
#include "render/bargain/value_text.h"

struct str tally_text(const struct tally *tally, struct arena *arena)
{
    if (tally->is_exact)
        return tally->at_least;
    return arena_print(arena, "%.*s to %.*s", STR_ARGS(tally->at_least), STR_ARGS(tally->at_most));
}

void add_package_words(struct builder *out, const struct scenario *scenario,
                       const uint32_t *package)
{
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        builder_print(out, "%s%.*s: %.*s", i == 0 ? "" : "; ", STR_ARGS(scenario->issues[i].name),
                      STR_ARGS(scenario->issues[i].options[package[i]]));
}

void add_cell(struct builder *out, struct str text, size_t width)
{
    builder_add(out, text);
    size_t length = utf8_count(text);
    builder_add_spaces(out, length < width ? width - length : 1);
}

size_t party_width(const struct scenario *scenario)
{
    size_t width = 5;
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        size_t length = utf8_count(scenario->parties[p].name);
        width = length > width ? length : width;
    }
    return width + 2;
}

const char *verdict_code(enum verdict verdict)
{
    switch (verdict) {
    case VERDICT_UNCHANGED:
        return "unchanged";
    case VERDICT_NEARER:
        return "nearer";
    case VERDICT_FARTHER:
        return "farther";
    case VERDICT_NOT_KNOWN:
        return "not_known";
    }
    return "";
}

const char *verdict_words(enum verdict verdict)
{
    switch (verdict) {
    case VERDICT_UNCHANGED:
        return "as near as before";
    case VERDICT_NEARER:
        return "nearer";
    case VERDICT_FARTHER:
        return "farther";
    case VERDICT_NOT_KNOWN:
        return "not shown to be nearer or farther: what decides it was not found to the end";
    }
    return "";
}

struct point_words point_words_of(enum point_kind kind)
{
    switch (kind) {
    case POINT_NASH:
        return (struct point_words){"Nash", "largest product of gains"};
    case POINT_UTILITARIAN:
        return (struct point_words){"Utilitarian", "largest sum"};
    case POINT_MAXMIN:
        return (struct point_words){"Max-min", "largest smallest gain"};
    case POINT_EGALITARIAN:
        return (struct point_words){"Egalitarian", "smallest gain first, then the next"};
    case POINT_KS:
        return (struct point_words){"Kalai-Smorodinsky", "equal shares of the best possible"};
    case POINT_KS_MINSPREAD:
        return (struct point_words){"Most even shares", ""};
    }
    return (struct point_words){"", ""};
}

struct str point_values_text(const struct scenario *scenario, enum point_kind kind,
                             const struct fair_point *point, struct arena *arena)
{
    bool is_fraction = kind == POINT_NASH || kind == POINT_KS || kind == POINT_KS_MINSPREAD;
    struct builder out = builder_make(arena);
    if (is_fraction && scenario->scale > 1)
        return (struct str){0};
    for (size_t i = 0; i < point->value_count; i++) {
        int64_t value;
        struct str text = point->values[i];
        if (!is_fraction && checked_parse(text, &value))
            text = value_text(scenario, value, arena);
        builder_print(&out, "%s%.*s", i == 0 ? "" : ", ", STR_ARGS(text));
    }
    return builder_str(&out);
}

// A whole number as the profiles count; fractions and products stay as they are.
static struct str in_units(const struct scenario *scenario, enum point_kind kind, struct str digits,
                           struct arena *arena)
{
    int64_t value;
    bool is_fraction = kind == POINT_NASH || kind == POINT_KS;
    return !is_fraction && checked_parse(digits, &value) ? value_text(scenario, value, arena)
                                                         : digits;
}

// By how many tenths of a per cent `most` is above `known`, rounded up; less than 0: cannot be said.
static int64_t tenths_above(struct str known, struct str most)
{
    int64_t low;
    int64_t high;
    // Of numbers with many digits the first ones tell it; a few fewer than fit.
    size_t places = most.length > 14 ? most.length - 14 : 0;
    if (known.length <= places ||
        !checked_parse((struct str){known.bytes, known.length - places}, &low) ||
        !checked_parse((struct str){most.bytes, most.length - places}, &high) || low <= 0)
        return -1;
    high += places > 0;
    return high <= low ? 0 : ((high - low) * 1000 + low - 1) / low;
}

struct str unproved_words(const struct solution *solution, enum point_kind kind,
                          struct arena *arena)
{
    const struct direct *direct = solution->unproved[kind];
    const struct scenario *scenario = solution->scenario;
    struct builder out = builder_make(arena);
    bool shows_values = kind != POINT_NASH || scenario->scale == 1;
    if (direct->known_value.length > 0 && shows_values)
        builder_print(&out, "the best met has %.*s",
                      STR_ARGS(in_units(scenario, kind, direct->known_value, arena)));
    if (direct->most_value.length > 0 && shows_values)
        builder_print(&out, "%sno package has more than %.*s", out.length > 0 ? ", " : "",
                      STR_ARGS(in_units(scenario, kind, direct->most_value, arena)));
    int64_t tenths = tenths_above(direct->known_value, direct->most_value);
    if (direct->known_value.length > 0 && tenths >= 0)
        builder_print(&out, "%s%d.%d %% more at most", out.length > 0 ? ": " : "",
                      (int)(tenths / 10), (int)(tenths % 10));
    return builder_str(&out);
}

struct str front_part_words(const struct solution *solution, struct arena *arena)
{
    size_t count = solution->front.count;
    if (solution->has_front || !solution->subset_error || count == 0)
        return STR("");
    return arena_print(
        arena, "at least %s known; the front is not complete",
        count == 1 ? "this one point is"
                   : arena_c_string(arena, arena_print(arena, "these %zu points are", count)));
}
