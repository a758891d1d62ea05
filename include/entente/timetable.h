// SPDX-License-Identifier: Apache-2.0
// Can it be carried out in time? Steps, time limits, and what follows from them.

#ifndef ENTENTE_ENTENTE_TIMETABLE_H
#define ENTENTE_ENTENTE_TIMETABLE_H

#include <entente/entente.h>

struct entente_network_options {
    bool json;
    uint32_t
        circles; // on a contradiction, list up to so many minimal circles; 0: only the shortest
};

// Checks networks of links t(v) - t(u) <= w given as lines "u v w"; docs/timetable.md describes
// the lines and the JSON. The answer is no when an instance cannot be met.
//
// options     NULL: the defaults
// Errors:     ENTENTE_BAD_INPUT naming file and line; ENTENTE_LIMIT
ENTENTE_API bool entente_timetable_network(const struct entente_network_options *options,
                                           const struct entente_file *files, size_t file_count,
                                           const struct entente_bounds *bounds,
                                           struct entente_answer **answer,
                                           struct entente_error *error);

enum entente_choice { ENTENTE_BY_RULE, ENTENTE_YES, ENTENTE_NO };

struct entente_date_options {
    const char *date;   // "2024-01-31" or "2024-01-31T10:30"
    const char *period; // "P1M", "-P7CD", "1st-of-month+2"; for a formula, its number
    const char *rules;  // "EU-1182/71" or a formula like "nth_day"
    const struct entente_file *holidays; // YAML; NULL: none
    const char *place;                   // which of its places; NULL: the only one
    enum entente_choice event_day;       // whether the day of the event counts
    enum entente_choice roll;            // whether the end moves to a working day
    bool json;
};

// When a period that begins with an event ends; the answer names the rule and says why.
//
// Errors:     ENTENTE_BAD_INPUT quoting what is no date, no period, no rule
ENTENTE_API bool entente_timetable_date(const struct entente_date_options *options,
                                        struct entente_answer **answer,
                                        struct entente_error *error);

#endif
