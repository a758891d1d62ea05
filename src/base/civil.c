// SPDX-License-Identifier: Apache-2.0
#include "base/civil.h"

#include <stdbool.h>

// Years are counted from March, so that the leap day is the last of its year; 400 of them are
// always 146,097 days, and 719,468 days lie between 0000-03-01 and 1970-01-01.
struct civil civil_of_day(int64_t day)
{
    int64_t shifted = day + 719468;
    int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    int64_t of_era = shifted - era * 146097;
    int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t month_from_march = (5 * of_year + 2) / 153;
    int month = (int)(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
    return (struct civil){
        .year = year_of_era + era * 400 + (month <= 2 ? 1 : 0),
        .month = month,
        .day = (int)(of_year - (153 * month_from_march + 2) / 5 + 1),
    };
}

int64_t day_of_civil(struct civil civil)
{
    int64_t year = civil.month <= 2 ? civil.year - 1 : civil.year;
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t year_of_era = year - era * 400;
    int month_from_march = civil.month > 2 ? civil.month - 3 : civil.month + 9;
    int64_t of_year = (153 * month_from_march + 2) / 5 + civil.day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year -
           719468;
}

int days_in_month(int64_t year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && is_leap ? 29 : days[month - 1];
}

int weekday_of(int64_t day)
{
    int64_t from_monday = (day + 3) % 7; // 1970-01-01 was a Thursday
    return (int)(from_monday < 0 ? from_monday + 7 : from_monday);
}
