// SPDX-License-Identifier: Apache-2.0
// Dates in the forms that agreements and reports use.

#ifndef ENTENTE_PROSE_DATE_H
#define ENTENTE_PROSE_DATE_H

#include "prose/date_value.h"
#include "prose/prose.h"

// A date that begins at token `at`, with weekday and time of day before it: "15th of February, 2015",
// "00:01 hours (local time) on the 24th day of December 2017", "September 19, 2014", "2025-12-21",
// "March 2020", "the end of 2015", "the first quarter of 2020", "Saturday". A bare year is a date only
// after a word that makes it one: may_be_year.
// Result: the number of tokens it takes, 0 when there is none
size_t date_read(const struct prose *prose, size_t at, bool may_be_year, struct date *date);

// Whether a date can begin at token `at` at all, from this one token; date_read looks no further where none
// can. English only: true in other languages.
bool date_may_begin(const struct prose *prose, size_t at);

// A time of day: "00:01 hours", "12 noon", "6 p.m. (Kiev time)".
size_t date_read_time(const struct prose *prose, size_t at, struct date *date);

// The first and last day that the date covers, as days since 1970-01-01. The year must be known.
int64_t date_first_day(const struct date *date);
int64_t date_last_day(const struct date *date);

// The day with this number, counted from 1970-01-01.
struct date date_of_day_number(int64_t number);

// "2015-02-15", "2020-03", "2016"; with is_end the last day; "--06-30" without a year.
struct str date_iso(const struct date *date, struct arena *arena);

#endif
