// SPDX-License-Identifier: Apache-2.0
// The date of a report, and the dates it gives counted from there.

#ifndef ENTENTE_STATEMENTS_REPORT_DATE_H
#define ENTENTE_STATEMENTS_REPORT_DATE_H

#include "statements/circumstances.h"
#include "statements/statement.h"

// Result: a full date: the given one, the page's own, that of the dateline or of a line that begins with a
//         date, of the file's name, the latest in the text, or the file's own; year 0 when there is
//         none. A dateline without a year takes the year nearest to the next of these.
struct date report_date_find(const struct news *news, const struct statements_source *source,
                             enum report_date_origin *origin);

// What the circumstances' date means for a report of date `own`. Weekdays are those before or on it.
//
// previous   the day resolved last, for "a day earlier"; 0 days when there was none
// Result: a date of which the year is known; year 0 when it is not
struct date report_date_resolve(const struct date *own, const struct date *previous,
                                const struct circumstances *circumstances);

#endif
