// SPDX-License-Identifier: Apache-2.0
#include "reading.h"

#include "tap.h"

#include <stdlib.h>

struct statements_found reading_of(struct str text, const char *day)
{
    struct statements_found found = {0};
    struct error error;
    struct date date = {0};
    if (day)
        date = (struct date){.year = (int32_t)strtol(day, NULL, 10),
                             .month = (int32_t)strtol(day + 5, NULL, 10),
                             .day = (int32_t)strtol(day + 8, NULL, 10)};
    struct statements_source source = {
        .name = STR("test"), .text = text, .date = day ? &date : NULL};
    tap_done(statements_read(&source, tap_arena(), &found, &error), &error, __FILE__, __LINE__);
    return found;
}
