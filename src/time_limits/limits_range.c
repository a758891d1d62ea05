// SPDX-License-Identifier: Apache-2.0
// Ranges: "between 20 and 25 days after", "from 20 to 25 days", "between the 20th and the 25th day".
#include "prose/number.h"
#include "time_limits/limits_parts.h"

// What the words of a range leave out of the bounds is told.
static void tell_range(struct limits_reading *reading, const struct quantity *quantity,
                       enum limit_bounds bounds, struct limit *limit)
{
    bool is_least = bounds == BOUNDS_FROM || bounds == BOUNDS_BACK_UP_TO;
    if (quantity->has_other_end) {
        limit->note =
            STR("a range whose lesser end is in another unit: only the greater is counted");
        limit->assumed = STR("is a range whose ends have two units: only the greater is counted");
    } else if (bounds != BOUNDS_EXACT && bounds != BOUNDS_BACK_EXACT) {
        limit->note = arena_print(reading->arena, "a range of lengths: its %s end is taken",
                                  is_least ? "lesser" : "greater");
    }
}

// "Between two weeks and three months after" is no later than three months after.
static enum limit_bounds bounds_without_least(enum limit_bounds bounds, struct limit *limit)
{
    if (bounds == BOUNDS_EXACT) {
        limit->relation = limit->relation == LIMIT_DURATION ? LIMIT_DURATION : LIMIT_WITHIN_AFTER;
        return BOUNDS_WITHIN;
    }
    if (bounds == BOUNDS_BACK_EXACT) {
        limit->relation = LIMIT_WITHIN_BEFORE;
        return BOUNDS_BACK_WITHIN;
    }
    return bounds;
}

void limits_range_value(struct limits_reading *reading, const struct quantity *quantity,
                        enum limit_bounds bounds, struct limit *limit)
{
    if (quantity->has_other_end)
        bounds = bounds_without_least(bounds, limit);
    limits_apply_bounds(limit, bounds, quantity->least, quantity->most);
    bool is_exact = bounds == BOUNDS_EXACT || bounds == BOUNDS_BACK_EXACT;
    bool is_least = bounds == BOUNDS_FROM || bounds == BOUNDS_BACK_UP_TO;
    struct str least = quantity_iso(quantity->least, quantity->unit, reading->arena);
    struct str most = quantity_iso(quantity->most, quantity->unit, reading->arena);
    limit->value = is_least ? least : most;
    if (is_exact)
        limit->value = arena_print(reading->arena, "%.*s/%.*s", STR_ARGS(least), STR_ARGS(most));
    if (is_exact && limit->max > 0 && limit->relation != LIMIT_DURATION &&
        limit->relation != LIMIT_EVERY && limit->relation != LIMIT_EXTENSION)
        limit->relation = LIMIT_BETWEEN_AFTER;
    else if (is_exact && limit->max < 0)
        limit->relation = LIMIT_BETWEEN_BEFORE;
    tell_range(reading, quantity, bounds, limit);
}

// "from 20 to 25 days after": what opens the range belongs to it, not to the act.
static void take_opener(const struct limits_reading *reading, struct limit_draft *draft)
{
    static const char *const openers[] = {"between", "from", "entre", "de",    "zwischen",
                                          "von",     "от",   "від",   "между", "між"};
    const struct prose *prose = &reading->prose;
    size_t known = reading->drafts.count;
    size_t floor = known > 0 ? LIST_AT(&reading->drafts, struct limit_draft, known - 1)->to : 0;
    bool is_range = draft->captures.has_quantity &&
                    draft->captures.quantity.least < draft->captures.quantity.most;
    if (!is_range || draft->from <= draft->sentence_from || draft->from <= floor)
        return;
    for (size_t i = 0; i < sizeof openers / sizeof openers[0]; i++)
        if (prose_is_word(prose, draft->from - 1, openers[i])) {
            draft->from--;
            return;
        }
}

// Behind "on day 20" and the like the other day: "to 25", "-25". Result: the token after it
static size_t read_later_day(const struct prose *prose, size_t at, int64_t *number)
{
    size_t joint;
    if (!quantity_is_range(prose, at, &joint) || prose_is_word(prose, at, "or"))
        return 0;
    size_t count = number_read(prose, at + joint, number);
    bool is_length = prose_has_class(prose, at + joint + count, CLASS_UNIT | CLASS_DAY_KIND);
    bool is_dash = prose_token(prose, at)->kind == TOKEN_MARK; // "Day 6 - eight women go free"
    is_length = is_length || (is_dash && prose_token(prose, at + joint)->kind != TOKEN_NUMBER);
    return count > 0 && !is_length ? at + joint + count : 0;
}

// Before "the 25th day after" the other day: "between the 20th and". Result: the token where it begins
static size_t read_earlier_day(const struct prose *prose, const struct limit_draft *draft,
                               int64_t *number)
{
    size_t floor = draft->sentence_from;
    for (size_t at = draft->from; at > floor && draft->from - at < 8; at--) {
        if (!quantity_is_between(prose, at - 1))
            continue;
        size_t next = at + (prose_is_word(prose, at, "the") ? 1 : 0);
        size_t count = ordinal_read(prose, next, number);
        next += count;
        next += prose_has_class(prose, next, CLASS_UNIT) ? 1 : 0;
        bool is_whole = count > 0 && prose_is_word(prose, next, "and") &&
                        (next + 1 == draft->from ||
                         (next + 2 == draft->from && prose_is_word(prose, next + 1, "the")));
        return is_whole ? at - 1 : SIZE_MAX;
    }
    return SIZE_MAX;
}

// "between the 20th and the 25th day after", "on days 20 to 25 of".
static void make_range_of_days(struct limits_reading *reading, struct limit_draft *draft)
{
    struct limit *limit = &draft->limit;
    const struct prose *prose = &reading->prose;
    bool is_point = limits_is_ordinal(limit->relation) && limit->has_max && limit->has_min;
    int64_t other;
    if (!is_point || !draft->captures.has_number)
        return;
    int64_t number = draft->captures.number;
    size_t to = prose_token(prose, draft->to - 1)->kind == TOKEN_NUMBER
                    ? read_later_day(prose, draft->to, &other)
                    : 0;
    size_t from = to > 0 ? SIZE_MAX : read_earlier_day(prose, draft, &other);
    if ((to == 0 && from == SIZE_MAX) || (to > 0 ? other <= number : other >= number))
        return;
    draft->to = to > 0 ? to : draft->to;
    draft->from = to > 0 ? draft->from : from;
    limit->max += to > 0 ? other - number : 0;
    limit->min -= to > 0 ? 0 : number - other;
    limit->relation = LIMIT_BETWEEN_AFTER;
    const char *unit = quantity_unit_name(limit->unit, limit->is_working);
    limit->value =
        arena_print(reading->arena, "%s %lld/%s %lld", unit, (long long)(to > 0 ? number : other),
                    unit, (long long)(to > 0 ? other : number));
}

void limits_range_words(struct limits_reading *reading, struct limit_draft *draft)
{
    take_opener(reading, draft);
    make_range_of_days(reading, draft);
}
