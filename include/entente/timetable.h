// SPDX-License-Identifier: Apache-2.0
// Can it be carried out in time? Steps, time limits, and what follows from them.

#ifndef ENTENTE_ENTENTE_TIMETABLE_H
#define ENTENTE_ENTENTE_TIMETABLE_H

#include <entente/entente.h>

#ifdef __cplusplus
extern "C" {
#endif

struct entente_network_options {
    size_t size; // ENTENTE_CLEAR sets it
    bool json;
    uint32_t
        circles; // on a contradiction, list up to so many minimal circles; 0: only the shortest
};

// Checks networks of links t(v) - t(u) <= w given as lines "u v w"; docs/timetable.md describes
// the lines and the JSON. The answer is no when an instance cannot be met.
//
// Errors:     ENTENTE_BAD_INPUT naming file and line; ENTENTE_LIMIT
ENTENTE_API bool entente_timetable_network(const struct entente_network_options *options,
                                           const struct entente_file *files, size_t file_count,
                                           const struct entente_bounds *bounds,
                                           struct entente_answer **answer,
                                           struct entente_error *error);

enum entente_choice { ENTENTE_BY_RULE, ENTENTE_YES, ENTENTE_NO };

struct entente_date_options {
    size_t size;        // ENTENTE_CLEAR sets it
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
                                        const struct entente_bounds *bounds,
                                        struct entente_answer **answer,
                                        struct entente_error *error);

enum entente_timetable_form {
    ENTENTE_TIMETABLE_TABLE,
    ENTENTE_TIMETABLE_JSON,
    ENTENTE_TIMETABLE_CSV,
    ENTENTE_TIMETABLE_SVG,
    ENTENTE_TIMETABLE_HTML,
    ENTENTE_TIMETABLE_ICS,
};

struct entente_timetable_options {
    size_t size;                         // ENTENTE_CLEAR sets it
    const struct entente_file *text;     // the agreement; NULL: only the steps file
    const struct entente_file *steps;    // what a person confirmed; NULL: none
    const struct entente_file *holidays; // YAML; NULL: those of the steps file
    const char *place;                   // which of the holiday file's places
    const char *rules;                   // how to count where nothing else is said; NULL: calendar
    const char *signed_on;               // the text's own date; NULL: looked for in the text
    const char *from;                    // list the next steps from this date on; NULL: do not
    const char *slip;                    // "STEP=10d": what moves if it comes so much later
    uint32_t circles;                    // contradictions to list beside the shortest
    enum entente_timetable_form form;
};

// Works out when the steps of an agreement can and must be taken. The answer is no when its limits
// contradict; the output then quotes the fewest clauses that do.
//
// Errors:     ENTENTE_BAD_INPUT naming file and line; ENTENTE_LIMIT
ENTENTE_API bool entente_timetable(const struct entente_timetable_options *options,
                                   const struct entente_bounds *bounds,
                                   struct entente_answer **answer, struct entente_error *error);

// One party's draft: a text, or a steps file (.yaml, .yml).
struct entente_rival {
    const char *party;
    struct entente_file file;
};

// Lays rival drafts over the options' text or steps file: which choices of variants can be met,
// which variants exclude each other and why, and the least change that reconciles two drafts. The
// answer is no when no choice can be met. Only the JSON form and the table are made.
//
// Errors:     ENTENTE_BAD_INPUT naming file and line; ENTENTE_LIMIT
ENTENTE_API bool entente_timetable_rivals(const struct entente_timetable_options *options,
                                          const struct entente_rival *rivals, size_t rival_count,
                                          const struct entente_bounds *bounds,
                                          struct entente_answer **answer,
                                          struct entente_error *error);

#ifdef __cplusplus
}
#endif

#endif
