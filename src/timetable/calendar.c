// SPDX-License-Identifier: Apache-2.0
#include "timetable/calendar.h"

const char *const weekday_names[7] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                      "Friday", "Saturday", "Sunday"};

const struct calendar calendar_plain = {.is_weekend = {[5] = true, [6] = true}};

static struct civil month_on(struct civil civil, int64_t months)
{
    int64_t all = civil.year * 12 + civil.month - 1 + months;
    int64_t year = (all >= 0 ? all : all - 11) / 12;
    return (struct civil){year, (int)(all - year * 12) + 1, civil.day};
}

int64_t day_add_months(int64_t day, int64_t months)
{
    struct civil to = month_on(civil_of_day(day), months);
    int last = days_in_month(to.year, to.month);
    if (to.day > last)
        to.day = last;
    return day_of_civil(to);
}

int64_t first_of_month(int64_t day, int64_t months)
{
    struct civil to = month_on(civil_of_day(day), months);
    to.day = 1;
    return day_of_civil(to);
}

// Reads exactly `digits` digits off the front.
static bool take_number(struct str *text, size_t digits, int *number)
{
    *number = 0;
    if (text->length < digits)
        return false;
    for (size_t i = 0; i < digits; i++) {
        if (text->bytes[i] < '0' || text->bytes[i] > '9')
            return false;
        *number = *number * 10 + (text->bytes[i] - '0');
    }
    *text = str_skip(*text, digits);
    return true;
}

static bool take_byte(struct str *text, char byte)
{
    if (text->length == 0 || text->bytes[0] != byte)
        return false;
    *text = str_skip(*text, 1);
    return true;
}

static bool take_day(struct str *text, int64_t *day)
{
    int year;
    int month;
    int of_month;
    if (!take_number(text, 4, &year) || !take_byte(text, '-') || !take_number(text, 2, &month) ||
        !take_byte(text, '-') || !take_number(text, 2, &of_month))
        return false;
    if (year < 1 || month < 1 || month > 12 || of_month < 1 ||
        of_month > days_in_month(year, month))
        return false;
    *day = day_of_civil((struct civil){year, month, of_month});
    return true;
}

bool day_parse(struct str text, int64_t *day)
{
    return take_day(&text, day) && text.length == 0;
}

bool moment_parse(struct str text, int64_t *minutes, bool *has_time)
{
    int64_t day;
    int hour = 0;
    int minute = 0;
    if (!take_day(&text, &day))
        return false;
    *has_time = text.length > 0;
    if (*has_time &&
        ((!take_byte(&text, 'T') && !take_byte(&text, ' ')) || !take_number(&text, 2, &hour) ||
         !take_byte(&text, ':') || !take_number(&text, 2, &minute) || text.length > 0 ||
         hour > 24 || minute > 59 || (hour == 24 && minute > 0)))
        return false;
    *minutes = day * DAY_MINUTES + hour * 60 + minute;
    return true;
}

struct str day_print(struct arena *arena, int64_t day)
{
    struct civil civil = civil_of_day(day);
    return arena_print(arena, "%04lld-%02d-%02d", (long long)civil.year, civil.month, civil.day);
}

struct str moment_print(struct arena *arena, int64_t minutes, bool has_time)
{
    int64_t day = (minutes >= 0 ? minutes : minutes - DAY_MINUTES + 1) / DAY_MINUTES;
    int64_t of_day = minutes - day * DAY_MINUTES;
    if (!has_time)
        return day_print(arena, day);
    return arena_print(arena, "%.*sT%02d:%02d", STR_ARGS(day_print(arena, day)), (int)(of_day / 60),
                       (int)(of_day % 60));
}

bool is_working_day(const struct calendar *calendar, int64_t day)
{
    if (calendar->is_weekend[weekday_of(day)])
        return false;
    if (calendar->yearly_count > 0) {
        struct civil civil = civil_of_day(day);
        for (size_t i = 0; i < calendar->yearly_count; i++)
            if (calendar->yearly[i].month == civil.month && calendar->yearly[i].day == civil.day)
                return false;
    }
    size_t low = 0;
    size_t high = calendar->holiday_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (calendar->holidays[middle] < day)
            low = middle + 1;
        else
            high = middle;
    }
    return low == calendar->holiday_count || calendar->holidays[low] != day;
}
