// SPDX-License-Identifier: Apache-2.0
#include "base/checked.h"
#include "base/civil.h"
#include "casefile/casefile.h"

// Hours, minutes and seconds of a clock; a leap second has none of its own.
static bool is_clock(struct str text)
{
    int64_t hour;
    int64_t minute;
    int64_t second;
    return checked_parse(str_slice(text, 11, 13), &hour) && hour <= 23 &&
           checked_parse(str_slice(text, 14, 16), &minute) && minute <= 59 &&
           checked_parse(str_slice(text, 17, 19), &second) && second <= 59;
}

bool casefile_is_time(struct str text)
{
    static const char form[] = "dddd-dd-ddTdd:dd:ddZ";
    int64_t month;
    int64_t day;
    int64_t year;
    bool is_time = text.length == sizeof form - 1;
    for (size_t i = 0; is_time && i < text.length; i++) {
        char c = text.bytes[i];
        is_time = form[i] == 'd' ? c >= '0' && c <= '9' : c == form[i];
    }
    return is_time && checked_parse(str_slice(text, 0, 4), &year) &&
           checked_parse(str_slice(text, 5, 7), &month) && month >= 1 && month <= 12 &&
           checked_parse(str_slice(text, 8, 10), &day) && day >= 1 &&
           day <= days_in_month(year, (int)month) && is_clock(text);
}

int64_t casefile_seconds(struct str time)
{
    static const size_t from[] = {0, 5, 8, 11, 14, 17};
    static const size_t to[] = {4, 7, 10, 13, 16, 19};
    int64_t part[6] = {0};
    for (size_t i = 0; i < 6; i++)
        if (!checked_parse(str_slice(time, from[i], to[i]), &part[i]))
            return 0;
    int64_t day = day_of_civil((struct civil){part[0], (int)part[1], (int)part[2]});
    return ((day * 24 + part[3]) * 60 + part[4]) * 60 + part[5];
}
