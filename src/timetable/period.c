// SPDX-License-Identifier: Apache-2.0
#include "timetable/rules.h"

#include "base/checked.h"

#define AMOUNT_MAX ((int64_t)100 * 1000 * 1000)

static const char first_of_month_mark[] = "1st-of-month+";

static bool refuse(struct str text, struct error *error)
{
    return error_set(error, BAD_INPUT,
                     "\"%.*s\" is not a period like P30D, P1M, P10WD, PT72H or 1st-of-month+2",
                     STR_ARGS(text));
}

// Reads "30" off the front of "30D".
static bool take_amount(struct str *rest, int64_t *amount)
{
    size_t digits = 0;
    while (digits < rest->length && rest->bytes[digits] >= '0' && rest->bytes[digits] <= '9')
        digits++;
    if (digits == 0 || !checked_parse(str_slice(*rest, 0, digits), amount) || *amount > AMOUNT_MAX)
        return false;
    *rest = str_skip(*rest, digits);
    return true;
}

struct period_unit {
    const char *name; // longer names first where one begins another
    bool is_time;     // behind the T
    size_t field;     // where in struct period it is counted
    int64_t times;
};

static const struct period_unit units[] = {
    {"WD", false, offsetof(struct period, working_days), 1},
    {"CD", false, offsetof(struct period, clear_days), 1},
    {"Y", false, offsetof(struct period, months), 12},
    {"M", false, offsetof(struct period, months), 1},
    {"W", false, offsetof(struct period, days), 7},
    {"D", false, offsetof(struct period, days), 1},
    {"H", true, offsetof(struct period, minutes), 60},
    {"M", true, offsetof(struct period, minutes), 1},
};

static bool take_part(struct str *rest, bool is_time, struct period *period)
{
    int64_t amount;
    if (!take_amount(rest, &amount))
        return false;
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        if (units[i].is_time != is_time || !str_starts_with(*rest, str_of(units[i].name)))
            continue;
        *rest = str_skip(*rest, str_of(units[i].name).length);
        int64_t *field = (int64_t *)(void *)((char *)period + units[i].field);
        *field += amount * units[i].times;
        return true;
    }
    return false;
}

static bool take_first_of_month(struct str rest, struct period *period)
{
    rest = str_skip(rest, sizeof first_of_month_mark - 1);
    period->last = PERIOD_FIRST_OF_MONTH;
    return take_amount(&rest, &period->firsts) && rest.length == 0;
}

bool period_parse(struct str text, struct period *period, struct error *error)
{
    struct str whole = str_trim(text);
    struct str rest = whole;
    struct period read = {0};
    if (str_starts_with(rest, str_of(first_of_month_mark))) {
        if (!take_first_of_month(rest, &read))
            return refuse(whole, error);
        *period = read;
        return true;
    }
    read.is_back = str_starts_with(rest, STR("-"));
    if (read.is_back)
        rest = str_skip(rest, 1);
    if (!str_starts_with(rest, STR("P")) || rest.length < 2)
        return refuse(whole, error);
    rest = str_skip(rest, 1);
    bool is_time = false;
    size_t parts = 0;
    while (rest.length > 0) {
        if (rest.bytes[0] == ',') {
            rest = str_skip(rest, 1);
            if (read.is_back || parts == 0 || !str_starts_with(rest, str_of(first_of_month_mark)) ||
                !take_first_of_month(rest, &read))
                return refuse(whole, error);
            break;
        }
        if (rest.bytes[0] == 'T' && !is_time) {
            is_time = true;
            rest = str_skip(rest, 1);
        }
        if (!take_part(&rest, is_time, &read))
            return refuse(whole, error);
        parts++;
    }
    if (parts == 0)
        return refuse(whole, error);
    *period = read;
    return true;
}

static void print_part(struct builder *out, int64_t amount, const char *unit)
{
    if (amount > 0)
        builder_print(out, "%lld%s", (long long)amount, unit);
}

struct str period_print(struct arena *arena, const struct period *period)
{
    struct builder out = builder_make(arena);
    if (period->is_back)
        builder_add_byte(&out, '-');
    builder_add_byte(&out, 'P');
    print_part(&out, period->months / 12, "Y");
    print_part(&out, period->months % 12, "M");
    print_part(&out, period->days, "D");
    print_part(&out, period->working_days, "WD");
    print_part(&out, period->clear_days, "CD");
    if (period->minutes > 0)
        builder_add_byte(&out, 'T');
    print_part(&out, period->minutes / 60, "H");
    print_part(&out, period->minutes % 60, "M");
    bool is_empty = builder_str(&out).length == (period->is_back ? 2U : 1U);
    if (period->last == PERIOD_FIRST_OF_MONTH) {
        if (is_empty)
            builder_cut(&out, 0);
        else
            builder_add_byte(&out, ',');
        builder_print(&out, "%s%lld", first_of_month_mark, (long long)period->firsts);
    } else if (is_empty) {
        builder_add_c(&out, "0D");
    }
    return builder_str(&out);
}

bool period_equal(const struct period *a, const struct period *b)
{
    return a->is_back == b->is_back && a->months == b->months && a->days == b->days &&
           a->working_days == b->working_days && a->clear_days == b->clear_days &&
           a->minutes == b->minutes && a->last == b->last && a->firsts == b->firsts;
}
