// SPDX-License-Identifier: Apache-2.0
// When a period ends: periods as written, counted by a named set of rules.

#ifndef ENTENTE_TIMETABLE_RULES_H
#define ENTENTE_TIMETABLE_RULES_H

#include "base/builder.h"
#include "timetable/calendar.h"

// A period as written. Months are never turned into days. Parts are counted in this order: months,
// days, working days, minutes; `last` then moves the day reached.
struct period {
    bool is_back; // counted back from the event: "at least 2 months before"
    int64_t months;
    int64_t days; // weeks are 7 days
    int64_t working_days;
    int64_t clear_days; // neither the day of the event nor the day of the act counts
    int64_t minutes;
    enum period_last {
        PERIOD_DAY,            // the day reached
        PERIOD_FIRST_OF_MONTH, // the first day of the `firsts`-th month after the month reached
    } last;
    int64_t firsts;
};

// "P30D", "P1Y6M", "P2W", "PT72H", "P10WD" (working days), "P7CD" (clear days), each with "-" in
// front when counted back; "1st-of-month+2" (the first day of the second month following), after a
// period too: "P3M,1st-of-month+1".
//
// Errors: BAD_INPUT quoting the text: an unknown unit, no number, more than 100,000,000 of a unit
bool period_parse(struct str text, struct period *period, struct error *error) MUST_CHECK;
struct str period_print(struct arena *arena, const struct period *period);
// Whether two periods are written alike: "P1M" is not "P30D".
bool period_equal(const struct period *a, const struct period *b);

// A set of rules for counting, as published somewhere.
struct rules {
    const char *name;
    const char *title;
    bool counts_event_day;     // "within 3 days" of the 1st ends on the 3rd, not on the 4th
    bool rolls;                // a last day that is not worked moves to the next that is
    bool has_two_working_days; // a period of two days or more has at least two working days in it
    bool counts_full_hours;    // hours run from the end of the hour in which the event falls
    // What the rule is called in the source, for the reasons; NULL: nothing to cite.
    const char *cite_event_day;
    const char *cite_roll;
    const char *cite_no_roll_back;
};

// calendar, EU-1182/71, ETS-76, trade; ends with name == NULL.
extern const struct rules rule_sets[];
// By name, in any case; "plain" is calendar. NULL: unknown.
const struct rules *rules_named(struct str name);

// When a period that begins with an event ends.
struct due {
    int64_t minutes;
    bool has_time;   // the period ends at an hour, not at the end of a day
    int64_t raw_day; // the last day before it was moved
    bool is_rolled;  // moved to a working day
    bool is_widened; // moved on to hold two working days
};

// Errors: BAD_INPUT when the end lies outside the years 1 to 9999
bool rules_end(const struct rules *rules, const struct calendar *calendar, int64_t start,
               bool start_has_time, const struct period *period, struct due *due,
               struct error *error) MUST_CHECK;

// Why it ends there, in words: "event day not counted (art. 3(1)); last day 2024-03-31, Sunday; …"
struct str rules_why(const struct rules *rules, const struct period *period, const struct due *due,
                     struct arena *arena);

// The formulas that treaties use for dates ("nth_day", "first_day_of_month_following_expiry_of_
// months", …) and the kinds of period ("WORKING-DAYS", …), each with a number or a period.
//
// Result:  *rules and *period to be given to rules_end
// Errors:  BAD_INPUT: the name is neither a formula nor a set of rules; the period is none
bool rules_formula(struct str name, struct str amount, const struct rules **rules,
                   struct period *period, struct error *error) MUST_CHECK;

#endif
