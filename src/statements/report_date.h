// SPDX-License-Identifier: Apache-2.0
// The date of a report, and the dates it gives counted from there.

#ifndef ENTENTE_STATEMENTS_REPORT_DATE_H
#define ENTENTE_STATEMENTS_REPORT_DATE_H

#include "statements/circumstances.h"

// given    by the caller, or NULL; it wins
// source   the file's name
// Result: a full date: the given one, the page's own, that of the dateline, of a line that begins with a
//         date, of the file's name, or the latest in the text; year 0 when there is none
struct date report_date_find(const struct report *report, struct str source,
                             const struct date *given);

// What the circumstances' date means for a report of date `own`. Weekdays are those before or on it.
//
// previous   the day resolved last, for "a day earlier"; 0 days when there was none
// Result: a date of which the year is known; year 0 when it is not
struct date report_date_resolve(const struct date *own, const struct date *previous,
                                const struct circumstances *circumstances);

#endif
