// SPDX-License-Identifier: Apache-2.0
// What a time limit is: its words, its bounds, the step it limits and what it is counted from.

#ifndef ENTENTE_TIME_LIMITS_LIMIT_H
#define ENTENTE_TIME_LIMITS_LIMIT_H

#include "prose/date.h"
#include "prose/quantity.h"

// How the step stands to its reference event or date. Bounds are on time(step) - time(reference).
enum limit_relation {
    LIMIT_WITHIN_AFTER,           // 0..N after
    LIMIT_WITHIN_BEFORE,          // -N..0
    LIMIT_NO_LATER_THAN_AFTER,    // ..N
    LIMIT_NO_LATER_THAN_BEFORE,   // ..-N
    LIMIT_EXACTLY_AFTER,          // N..N
    LIMIT_EXACTLY_BEFORE,         // -N..-N
    LIMIT_BETWEEN_AFTER,          // M..N: "between 20 and 25 days after"
    LIMIT_BETWEEN_BEFORE,         // -N..-M
    LIMIT_AT_LEAST_AFTER,         // N..
    LIMIT_AT_LEAST_BEFORE,        // ..-N
    LIMIT_NO_EARLIER_THAN_AFTER,  // N..
    LIMIT_NO_EARLIER_THAN_BEFORE, // -N..
    LIMIT_NTH_DAY,                // on day N of a process (N-1..N-1) or after an event (N..N)
    LIMIT_NTH_DAY_LATEST,         // the same as an upper bound
    LIMIT_NTH_MONTH,              // in or on the first day of the Nth month
    LIMIT_NTH_YEAR,
    LIMIT_IMMEDIATELY_AFTER, // 0.., open
    LIMIT_UPON,              // 0..0
    LIMIT_AT,                // 0..0: on the date of, at the end of, concurrently with
    LIMIT_AFTER,             // 0..
    LIMIT_BEFORE,            // ..0
    LIMIT_BY,                // ..0: by the end of a period, no later than an event
    LIMIT_UNTIL,             // the end of the step is the event
    LIMIT_DURING,
    LIMIT_DURATION,  // N..N, or 0..N: how long the step itself takes
    LIMIT_EXTENSION, // 0..N: may be prolonged by
    LIMIT_EVERY,     // a recurrence: N..N, or 0..N for "at least once every"
    LIMIT_CONDITION, // 0..: not before something else is done
    LIMIT_OPEN,      // promptly, in due course: no number
    LIMIT_FROM_DATE, // the dates: bounds are in `date`
    LIMIT_ON_DATE,
    LIMIT_BY_DATE,
    LIMIT_IN_DATE,
    LIMIT_BEFORE_DATE,
    LIMIT_AFTER_DATE,
    LIMIT_RELATION_COUNT,
};

// What the reference event was bound to.
enum limit_binding {
    BINDING_NONE,    // nothing: a person must say
    BINDING_DATE,    // the limit is a calendar date
    BINDING_SIGNING, // the signing of this text
    BINDING_STATED,  // an event in the text's own words, no step of it
    BINDING_STEP,    // the step of another limit, number `joins`
    BINDING_IMPLIED, // not said; taken to be the step of the limit before, number `joins`
};

#define LIMIT_NO_INDEX SIZE_MAX
#define NO_STEP UINT32_MAX

// Which moment of a step: a step that happens at once has only one.
enum limit_side { LIMIT_WHOLE, LIMIT_START, LIMIT_END };

// What is to be done. Limits that speak of the same thing share one: "to start on day 2" and "to be
// completed within 14 days" of one withdrawal.
struct limit_step {
    struct str name;   // short, and of no other step: "certificate.withdrawal.issued"
    struct str title;  // a line for people
    struct str who;    // who acts, in the text's words; may be empty
    struct str clause; // where it is told of first
    bool has_start;    // some limit speaks of its start, or of its end: these are two moments
    bool has_end;
    bool is_done_by_its_end; // "to be completed": a time by which it is due is one for its end
};

struct limit {
    size_t at, length;   // bytes in the text
    size_t line, column; // from 1, columns in characters
    struct str phrase;   // the words, white space flattened
    enum limit_relation relation;
    bool has_min, has_max; // false: unbounded on that side
    int64_t min, max;      // in `unit`
    enum unit unit;        // UNIT_NONE with a date or an open term
    bool is_working;       // counted in working days
    bool is_open;          // a vague term: it needs a number from the parties
    bool is_strict;        // "more than", "before": the bound itself is excluded
    bool has_date;
    struct date date;
    struct str value; // "P30D", "P20D/P25D", "2015-12-31", "day 2"; empty when there is no number
    struct str reference; // the reference event in the text's words; empty when not said
    struct str event;     // its name, or the name of the step that it is bound to
    enum limit_binding binding;
    size_t joins;            // index of the limit whose step is the reference, or LIMIT_NO_INDEX
    struct str step;         // the act that is limited, in the text's words
    uint32_t step_number;    // in limits_found.steps
    enum limit_side side;    // which moment of it
    uint32_t reference_step; // the step that the reference names, or NO_STEP
    enum limit_side reference_side;
    struct str reference_clause; // "11": the reference is all that this clause asks for; else empty
    bool is_guess;               // an implied reference that nothing in the words bears out
    struct str clause;           // label of the clause: "2", "(e)", "Article 4"; empty when none
    struct str note;             // what a person should know; empty when nothing
    struct str assumed;          // what of it was not read from the words; empty when nothing
    struct str vague;            // a vague term that the number makes precise: "promptly"
    uint32_t group;              // limits tied by "whichever is earlier" share one, from 1; else 0
    bool takes_later;            // the group counts the later of its limits, else the earlier
};

// A sentence that says how to count: "days means calendar days".
struct limit_rule {
    size_t line, column;
    struct str phrase;
    const char
        *rule; // "calendar days", "working days", "first day is the day after", "roll forward"
};

// An expression of time that no limit covers: "on Monday", "day 42", "the deadline".
struct limit_unread {
    size_t line, column;
    struct str phrase;
    struct str clause;
};

struct limits_found {
    const struct limit *items; // in the order of the text, not overlapping
    size_t count;
    const struct limit_step *steps; // in the order of the text
    uint32_t step_count;
    const struct limit_rule *rules;
    size_t rule_count;
    const struct limit_unread *unread; // in the order of the text
    size_t unread_count;
    struct date document_date; // of the closing formula, or given, or near the top; year 0: unknown
    bool is_foreign;           // most of the text is in no language that is read
    bool is_partly_read;  // some of it is in Arabic or Chinese: of these only lengths and dates are
    bool is_signing_date; // it is when the text was signed, not only when it was written
};

// A clause: what stands from byte `at` on, up to the next one, is told of under its name.
struct limits_clause {
    size_t at;
    struct str name; // "7(a)"
};

// A text to read limits from.
// The forms of each language, made when the first text in it is read: for a point of a dozen words that costs
// more than the reading. The texts that are read with it live as long as the arena.
struct limits_grammars;
struct limits_grammars *limits_grammars_make(struct arena *arena);

struct limits_text {
    struct str name; // the file's, for errors
    struct str text;
    bool has_paragraph_lines; // each line is a paragraph, as a .docx is read; else lines may wrap
    const struct date *given; // the document's date where the caller knows it, else NULL
    const struct limits_clause *clauses; // ascending; none: labels where lines begin are taken
    size_t clause_count;
    struct limits_grammars *grammars; // for who reads many short texts; NULL: made for this one
};

// "within_after", "from_date": the names used in JSON.
const char *limit_relation_name(enum limit_relation relation);
// "signing", "step", "implied", ...
const char *limit_binding_name(enum limit_binding binding);

#endif
