// SPDX-License-Identifier: Apache-2.0
// What a date of a text is.

#ifndef ENTENTE_PROSE_DATE_VALUE_H
#define ENTENTE_PROSE_DATE_VALUE_H

#include <stdbool.h>
#include <stdint.h>

// 1. month and day are 0 where the text does not say. 2. year is 0 where the text does not say.
struct date {
    int32_t year;
    int32_t month;
    int32_t day;
    int32_t weekday; // 1 Monday - 7 Sunday when the text names it, else 0
    int32_t hour;    // has_time
    int32_t minute;
    bool has_time;
    bool is_impossible; // 31 February
    bool is_ambiguous;  // 05/06/2020: read as day/month
    bool is_end;        // "the end of ...": the last day of what follows
    bool is_vague;      // early, mid, late, a season
    int32_t span;       // months that end with `month`: 3 for "the first quarter of", else 0
};

#endif
