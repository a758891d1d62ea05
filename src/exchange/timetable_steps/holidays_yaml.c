// SPDX-License-Identifier: Apache-2.0
#include "exchange/timetable_steps/holidays_yaml.h"

#include "base/list.h"

#include <stdlib.h>

struct holidays_reader {
    struct str source;
    struct str text;
    struct arena *arena;
    struct list holidays; // int64_t
    struct list yearly;   // struct civil
    struct error *error;
};

static bool refuse(const struct holidays_reader *r, const struct json *node, const char *wanted)
{
    struct str text = node->kind == JSON_STRING ? node->text : STR("this");
    return error_at(r->error, BAD_INPUT, place_in(r->source, r->text, node->byte),
                    "\"%.*s\" is not %s", STR_ARGS(text), wanted);
}

// "12-25": the year is put in front, a leap year, so that 02-29 is a date.
static bool yearly_parse(struct arena *arena, struct str text, struct civil *civil)
{
    int64_t day;
    if (text.length != 5 || !day_parse(arena_print(arena, "2000-%.*s", STR_ARGS(text)), &day))
        return false;
    *civil = civil_of_day(day);
    return true;
}

// There are no more than 366 of them, so that each day is held against few.
static void add_yearly(struct list *yearly, struct civil civil)
{
    for (size_t i = 0; i < yearly->count; i++) {
        const struct civil *known = LIST_AT(yearly, struct civil, i);
        if (known->month == civil.month && known->day == civil.day)
            return;
    }
    *LIST_ADD(yearly, struct civil) = civil;
}

static bool add_date(struct holidays_reader *r, const struct json *node, struct str text)
{
    int64_t day;
    struct civil civil;
    if (day_parse(text, &day))
        *LIST_ADD(&r->holidays, int64_t) = day;
    else if (yearly_parse(r->arena, text, &civil))
        add_yearly(&r->yearly, civil);
    else
        return refuse(r, node, "a date like 2025-12-25 or 12-25");
    return true;
}

// One text may hold several dates between spaces, commas or semicolons.
static bool add_dates_of_text(struct holidays_reader *r, const struct json *node)
{
    struct str rest = node->text;
    size_t at = 0;
    while (at < rest.length) {
        size_t end = at;
        while (end < rest.length && rest.bytes[end] != ' ' && rest.bytes[end] != ',' &&
               rest.bytes[end] != ';' && rest.bytes[end] != '\n')
            end++;
        if (end > at && !add_date(r, node, str_slice(rest, at, end)))
            return false;
        at = end + 1;
    }
    return true;
}

static bool add_dates(struct holidays_reader *r, const struct json *node)
{
    if (node->kind == JSON_STRING)
        return add_dates_of_text(r, node);
    if (node->kind != JSON_ARRAY)
        return refuse(r, node, "a list of dates");
    for (size_t i = 0; i < node->count; i++) {
        const struct json *item = &node->items[i];
        const struct json *date = item->kind == JSON_OBJECT ? json_member(item, "date") : item;
        if (!date || date->kind != JSON_STRING)
            return refuse(r, item, "a date like 2025-12-25");
        if (!add_dates_of_text(r, date))
            return false;
    }
    return true;
}

static bool read_weekend(struct holidays_reader *r, const struct json *node,
                         struct calendar *calendar)
{
    if (node->kind != JSON_ARRAY)
        return refuse(r, node, "a list of weekdays");
    for (int d = 0; d < 7; d++)
        calendar->is_weekend[d] = false;
    for (size_t i = 0; i < node->count; i++) {
        int found = -1;
        for (int d = 0; d < 7; d++)
            if (node->items[i].kind == JSON_STRING &&
                str_equal_ignoring_case(node->items[i].text, str_of(weekday_names[d])))
                found = d;
        if (found < 0)
            return refuse(r, &node->items[i], "a weekday like saturday");
        calendar->is_weekend[found] = true;
    }
    return true;
}

static int compare_days(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a;
    int64_t y = *(const int64_t *)b;
    return x < y ? -1 : x > y;
}

// The part of the tree that speaks of the place; NULL after an error.
static const struct json *part_of_place(const struct holidays_reader *r, const struct json *tree,
                                        struct str place)
{
    if (tree->kind != JSON_OBJECT || json_member(tree, "holidays"))
        return tree;
    for (size_t i = 0; i < tree->count; i++)
        if (str_equal_ignoring_case(tree->names[i], place))
            return &tree->items[i];
    if (place.length == 0 && tree->count == 1)
        return &tree->items[0];
    if (place.length == 0)
        error_at(r->error, BAD_INPUT, place_in(r->source, r->text, tree->byte),
                 "there are %zu places in it; say which with --place", tree->count);
    else
        error_at(r->error, BAD_INPUT, place_in(r->source, r->text, tree->byte),
                 "there is no place \"%.*s\" in it", STR_ARGS(place));
    return NULL;
}

bool holidays_from_yaml(struct str source, struct str text, const struct json *tree,
                        struct str place, struct arena *arena, struct calendar *calendar,
                        struct error *error)
{
    struct holidays_reader r = {
        source, text, arena, LIST_MAKE(arena, int64_t), LIST_MAKE(arena, struct civil), error};
    struct calendar read = calendar_plain;
    const struct json *part = part_of_place(&r, tree, place);
    if (!part)
        return false;
    const struct json *dates = part;
    if (part->kind == JSON_OBJECT) {
        dates = json_member(part, "holidays");
        const struct json *weekend = json_member(part, "weekend");
        if (!dates && !weekend)
            return refuse(&r, part, "a list of dates, or a map with holidays and weekend");
        if (weekend && !read_weekend(&r, weekend, &read))
            return false;
    }
    if (dates && !add_dates(&r, dates))
        return false;
    if (r.holidays.count > 0)
        qsort(r.holidays.items, r.holidays.count, sizeof(int64_t), compare_days);
    read.holidays = r.holidays.items;
    read.holiday_count = r.holidays.count;
    read.yearly = r.yearly.items;
    read.yearly_count = r.yearly.count;
    *calendar = read;
    return true;
}
