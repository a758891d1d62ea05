// SPDX-License-Identifier: Apache-2.0
// Days and months of the Gregorian calendar, and which days are worked.

#ifndef ENTENTE_TIMETABLE_CALENDAR_H
#define ENTENTE_TIMETABLE_CALENDAR_H

#include "base/arena.h"
#include "base/civil.h"
#include "base/error.h"

// A day is its number from 1970-01-01, which is 0; a moment is minutes from that day's midnight.
// Years run from 1 to 9999: DAY_FIRST and DAY_LAST are their ends.
#define DAY_FIRST ((int64_t)-719162)
#define DAY_LAST ((int64_t)2932896)
#define DAY_MINUTES ((int64_t)24 * 60)

extern const char *const weekday_names[7];

// The day so many months on (or back, below 0): the same day of the month, or the month's last day
// where the month has no such day. The result may lie outside DAY_FIRST..DAY_LAST.
int64_t day_add_months(int64_t day, int64_t months);
// The first day of the month so many months after the month of `day`.
int64_t first_of_month(int64_t day, int64_t months);

// "2024-02-29"; false when it is not such a date or the date does not exist.
bool day_parse(struct str text, int64_t *day) MUST_CHECK;
// "2024-02-29" or "2024-02-29T10:30" (a space may stand for the T).
bool moment_parse(struct str text, int64_t *minutes, bool *has_time) MUST_CHECK;
struct str day_print(struct arena *arena, int64_t day);
struct str moment_print(struct arena *arena, int64_t minutes, bool has_time);

// Which days are worked at one place.
struct calendar {
    const int64_t *holidays; // ascending
    size_t holiday_count;
    const struct civil *yearly; // holidays of every year; the year is not looked at
    size_t yearly_count;
    bool is_weekend[7]; // from Monday
};

// Saturday and Sunday, no holidays.
extern const struct calendar calendar_plain;

bool is_working_day(const struct calendar *calendar, int64_t day);

#endif
