// SPDX-License-Identifier: Apache-2.0
// Days of the Gregorian calendar as numbers: 1970-01-01 is 0.

#ifndef ENTENTE_BASE_CIVIL_H
#define ENTENTE_BASE_CIVIL_H

#include <stdint.h>

struct civil {
    int64_t year;
    int month; // 1 to 12
    int day;   // 1 to 31
};

struct civil civil_of_day(int64_t day);
// The day of a date that exists.
int64_t day_of_civil(struct civil civil);
int days_in_month(int64_t year, int month);
// Monday is 0, Sunday is 6.
int weekday_of(int64_t day);

#endif
