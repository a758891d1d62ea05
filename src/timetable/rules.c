// SPDX-License-Identifier: Apache-2.0
#include "timetable/rules.h"

#include "base/checked.h"

#include <stdio.h>

const struct rules rule_sets[] = {
    {
        .name = "calendar",
        .title = "plain calendar: the event day is not counted, nothing is moved",
    },
    {
        .name = "EU-1182/71",
        .title = "Regulation (EEC, Euratom) No 1182/71, article 3",
        .rolls = true,
        .has_two_working_days = true,
        .counts_full_hours = true,
        .cite_event_day = "art. 3(1)",
        .cite_roll = "art. 3(4)",
        .cite_no_roll_back = "art. 3(4), second sentence",
    },
    {
        .name = "ETS-76",
        .title = "European Convention on the Calculation of Time-Limits, 1972",
        .rolls = true,
        .cite_event_day = "art. 3(1)",
        .cite_roll = "art. 5",
        .cite_no_roll_back = "art. 1 leaves periods counted back out",
    },
    {
        .name = "trade",
        .title =
            "trade agreements' usual clause: calendar days, the day after the act is the first",
    },
    {.name = NULL},
};

const struct rules *rules_named(struct str name)
{
    for (const struct rules *rules = rule_sets; rules->name; rules++)
        if (str_equal_ignoring_case(str_of(rules->name), name))
            return rules;
    return str_equal_ignoring_case(name, STR("plain")) ? &rule_sets[0] : NULL;
}

static int64_t next_working_day(const struct calendar *calendar, int64_t day, int step)
{
    // At DAY_LAST the search ends: a calendar without any working day must not go on for ever.
    while (day > DAY_FIRST && day < DAY_LAST && !is_working_day(calendar, day))
        day += step;
    return day;
}

static int64_t add_working_days(const struct calendar *calendar, int64_t day, int64_t count,
                                int step)
{
    for (; count > 0 && day > DAY_FIRST && day < DAY_LAST; count--)
        day = next_working_day(calendar, day + step, step);
    return day;
}

static int64_t floor_day(int64_t minutes)
{
    return (minutes >= 0 ? minutes : minutes - DAY_MINUTES + 1) / DAY_MINUTES;
}

// Article 3(5): a period of two days or more has at least two working days in it.
static int64_t widen(const struct calendar *calendar, int64_t start, int64_t end)
{
    int64_t worked = 0;
    for (int64_t day = start + 1; day <= end && worked < 2; day++)
        worked += is_working_day(calendar, day);
    return add_working_days(calendar, end, worked < 2 ? 2 - worked : 0, 1);
}

// The last day of a period in days, weeks, months or years, before it is moved.
static int64_t raw_end(const struct rules *rules, const struct calendar *calendar, int64_t start,
                       const struct period *period)
{
    int step = period->is_back ? -1 : 1;
    int64_t day = day_add_months(start, step * period->months);
    day += step * (period->days + period->clear_days + (period->clear_days > 0 ? 1 : 0));
    day = add_working_days(calendar, day, period->working_days, step);
    if (period->last == PERIOD_FIRST_OF_MONTH)
        return first_of_month(day, period->firsts);
    // With the event day counted, the period begins a day earlier and so ends a day earlier.
    bool has_days = period->months + period->days + period->working_days > 0;
    return rules->counts_event_day && has_days ? day - step : day;
}

static int64_t hours_end(const struct rules *rules, int64_t start, const struct period *period)
{
    if (period->is_back)
        return start - period->minutes;
    if (rules->counts_full_hours && period->minutes > 0)
        start += 60 - (start % 60 + 60) % 60;
    return start + period->minutes;
}

bool rules_end(const struct rules *rules, const struct calendar *calendar, int64_t start,
               bool start_has_time, const struct period *period, struct due *due,
               struct error *error)
{
    // Neither sum overflows: starts lie within 9999 years, amounts below 2^31 or so.
    *due = (struct due){.has_time = period->minutes > 0};
    int64_t start_day = floor_day(start);
    int64_t day = raw_end(rules, calendar, start_day, period);
    due->raw_day = day;
    if (day < DAY_FIRST || day > DAY_LAST)
        return error_set(error, BAD_INPUT, "the period ends outside the years 1 to 9999");
    bool is_formula = period->last != PERIOD_DAY || period->clear_days > 0;
    if (!period->is_back && !is_formula && !due->has_time) {
        if (rules->rolls && !is_working_day(calendar, day)) {
            day = next_working_day(calendar, day, 1);
            due->is_rolled = true;
        }
        if (rules->has_two_working_days && due->raw_day > start_day + 1 &&
            period->working_days == 0) {
            int64_t wide = widen(calendar, start_day, day);
            due->is_widened = wide != day;
            day = wide;
        }
    }
    int64_t of_day = start_has_time && due->has_time ? start - start_day * DAY_MINUTES : 0;
    due->minutes = day * DAY_MINUTES + of_day;
    if (due->has_time)
        due->minutes = hours_end(rules, due->minutes, period);
    if (due->minutes < DAY_FIRST * DAY_MINUTES || due->minutes > DAY_LAST * DAY_MINUTES)
        return error_set(error, BAD_INPUT, "the period ends outside the years 1 to 9999");
    return true;
}

static void add_cite(struct builder *out, const char *text, const char *cite)
{
    builder_add_c(out, text);
    if (cite)
        builder_print(out, " (%s)", cite);
}

struct str rules_why(const struct rules *rules, const struct period *period, const struct due *due,
                     struct arena *arena)
{
    struct builder out = builder_make(arena);
    if (due->has_time) {
        add_cite(&out,
                 rules->counts_full_hours && !period->is_back
                     ? "hours run from the end of the hour of the event"
                     : "hours run from the moment",
                 rules->counts_full_hours && !period->is_back ? rules->cite_event_day : NULL);
        builder_add_c(&out, "; never moved");
        return builder_str(&out);
    }
    if (period->clear_days > 0)
        builder_add_c(&out,
                      "clear days: neither the day of the act nor the day of the event counts");
    else if (period->last == PERIOD_FIRST_OF_MONTH)
        builder_add_c(&out, "first day of a month following; the month reached is not counted");
    else if (period->is_back)
        add_cite(&out, "counted back, never moved", rules->cite_no_roll_back);
    else if (rules->counts_event_day)
        builder_add_c(&out, "event day counted");
    else
        add_cite(&out, "event day not counted", rules->cite_event_day);
    if (period->working_days > 0)
        builder_add_c(&out, "; days not worked are skipped");
    builder_print(&out, "; last day %.*s, %s", STR_ARGS(day_print(arena, due->raw_day)),
                  weekday_names[weekday_of(due->raw_day)]);
    if (due->is_rolled)
        add_cite(&out, "; moved to the next working day", rules->cite_roll);
    if (due->is_widened)
        builder_add_c(&out, "; moved on so that two working days are in it (art. 3(5))");
    return builder_str(&out);
}

// The tables of formulas: what the amount means when it is a bare number.
struct formula {
    const char *name;
    const char *before; // written before and after the number, it is a period
    const char *after;
};

static const struct formula formulas[] = {
    {"nth_day", "P", "D"},
    {"days_after", "P", "D"},
    {"weeks_after", "P", "W"},
    {"months_after", "P", "M"},
    {"years_after", "P", "Y"},
    {"first_day_of_nth_month_after_month_of", "1st-of-month+", ""},
    {"first_day_of_month_following_expiry_of_months", "P", "M,1st-of-month+1"},
    {"WORKING-DAYS", "P", "WD"},
    {"BACKWARD", "-P", "D"},
    {"CLEAR-DAYS-BEFORE", "-P", "CD"},
    {"FIRST-DAY-NTH-MONTH", "1st-of-month+", ""},
    {"HOURS", "PT", "H"},
};

bool rules_formula(struct str name, struct str amount, const struct rules **rules,
                   struct period *period, struct error *error)
{
    int64_t number;
    bool is_number = checked_parse(amount, &number) && number >= 0;
    *rules = rules_named(name);
    if (*rules)
        return period_parse(amount, period, error);
    for (size_t i = 0; i < sizeof formulas / sizeof formulas[0]; i++) {
        if (!str_equal_ignoring_case(name, str_of(formulas[i].name)))
            continue;
        *rules = &rule_sets[0];
        if (!is_number)
            return period_parse(amount, period, error);
        char text[80];
        int length = snprintf(text, sizeof text, "%s%lld%s", formulas[i].before, (long long)number,
                              formulas[i].after);
        return period_parse((struct str){text, (size_t)length}, period, error);
    }
    return error_set(error, BAD_INPUT,
                     "\"%.*s\" is not a set of rules; there are calendar, EU-1182/71, ETS-76 and "
                     "trade, and formulas like nth_day or months_after",
                     STR_ARGS(name));
}
