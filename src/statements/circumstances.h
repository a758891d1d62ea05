// SPDX-License-Identifier: Apache-2.0
// When, where, to whom and through what something is said.

#ifndef ENTENTE_STATEMENTS_CIRCUMSTANCES_H
#define ENTENTE_STATEMENTS_CIRCUMSTANCES_H

#include "news_reports/news.h"

// What a date is counted from.
enum date_anchor {
    ANCHOR_NONE,     // `date` says it
    ANCHOR_REPORT,   // days_back before the report: "yesterday", "two days ago"
    ANCHOR_PREVIOUS, // days_back before the date given last: "a day earlier"
    ANCHOR_VAGUE,    // "last week": no day
};

struct circumstances {
    struct date date; // ANCHOR_NONE, when date_text is not empty
    enum date_anchor anchor;
    int32_t days_back;
    bool is_last;  // "last Friday": not the report's own day
    bool is_ahead; // the day is still to come: "will meet on Friday"
    struct str date_text;
    struct str place;
    struct str addressee;
    struct str channel;
};

// Reads circumstances from token `from` on, at most to `limit`. Result: the token after them.
size_t circumstances_read(const struct news *news, size_t from, size_t limit,
                          struct circumstances *circumstances);

// Reads when: "on Saturday", "two days ago", "last week". Result: the token after it, or from
size_t circumstances_read_date(const struct news *news, size_t from, size_t limit,
                               struct circumstances *circumstances);

#endif
