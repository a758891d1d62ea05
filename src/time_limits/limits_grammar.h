// SPDX-License-Identifier: Apache-2.0
// The grammar of time limits: one row a form of words.

#ifndef ENTENTE_TIME_LIMITS_LIMITS_GRAMMAR_H
#define ENTENTE_TIME_LIMITS_LIMITS_GRAMMAR_H

#include "time_limits/limit.h"
#include "time_limits/pattern.h"

// How the quantity N of a phrase becomes bounds.
enum limit_bounds {
    BOUNDS_NONE,        // dates, open terms
    BOUNDS_ZERO,        // 0..0
    BOUNDS_FROM_ZERO,   // 0..
    BOUNDS_TO_ZERO,     // ..0
    BOUNDS_WITHIN,      // 0..N
    BOUNDS_UP_TO,       // ..N
    BOUNDS_EXACT,       // N..N
    BOUNDS_FROM,        // N..
    BOUNDS_BACK_WITHIN, // -N..0
    BOUNDS_BACK_UP_TO,  // ..-N
    BOUNDS_BACK_EXACT,  // -N..-N
    BOUNDS_BACK_FROM,   // -N..
    BOUNDS_DAY_OF,      // N-1..N-1: ordinals count the first day as one
    BOUNDS_NEXT,        // 1..1
    BOUNDS_PREVIOUS,    // -1..-1
};

enum limit_flags {
    LIMIT_IS_OPEN = 1U << 0,
    LIMIT_IS_STRICT = 1U << 1,
    LIMIT_IS_IMPLIED = 1U << 2,     // the reference event is not said
    LIMIT_WANTS_CLOSING = 1U << 3,  // only in the closing formula of the text
    LIMIT_MAY_NAME = 1U << 4,       // after "the Protocol signed" the date only names a document
    LIMIT_PER_UNIT = 1U << 5,       // "twice a year": NUM times in one UNIT
    LIMIT_AFTER_FROM = 1U << 6,     // "to DATE": only right after "from DATE"
    LIMIT_YEAR_OF_TEXT = 1U << 7,   // "the end of the year": needs the document's year
    LIMIT_IS_ADVERB = 1U << 8,      // must not stand before a noun: "immediately adjacent"
    LIMIT_IS_EVENT = 1U << 9,       // CODE names the event: "EIF + 11 days"
    LIMIT_NO_GERUND = 1U << 10,     // not "after considering the report"
    LIMIT_NO_DETERMINER = 1U << 11, // not "the following conditions"
    LIMIT_IS_COUNT = 1U << 12,      // NUM counts the stages, it lengthens nothing
    LIMIT_WANTS_NOT = 1U << 13,     // "shall not ... for more than two years"
    LIMIT_WANTS_ACT = 1U << 14,     // "to be completed in 30 days", not "the increase in ten years"
    LIMIT_NO_POINTER = 1U << 15,    // not "within that period"
    LIMIT_LOOSENS = 1U << 16,       // "or such earlier date as ...": of the limit before
    LIMIT_DATES_TEXT = 1U << 17,    // "this Lease is made on ...": the text's own date
    LIMIT_IS_PLANNED = 1U << 18,    // "on day 42": counted from where the plan of days begins
    LIMIT_OF_TWO = 1U << 19,        // "the later of A and B": what comes next is the other side
    LIMIT_NEEDS_PLURAL = 1U << 20,  // "daily backups": the last word is a plural
    LIMIT_IS_BARE = 1U << 22,      // a date without a preposition: not behind one, or behind a name
    LIMIT_IS_COMPLETED = 1U << 23, // "when the lease is signed", not "when the pump is broken"
    LIMIT_IS_HALF_SAID = 1U << 21, // the words leave out from when: a person must say
};

struct limit_form {
    const char *pattern;
    enum limit_relation relation;
    enum limit_bounds bounds;
    uint32_t flags;   // enum limit_flags, or-ed
    uint8_t count;    // recurrences: how many units ("monthly" 1); 0: as the text says
    enum unit unit;   // for count
    const char *note; // for the reader, or NULL
};

// A part of the grammar: forms from the particular to the general.
struct limit_form_table {
    const struct limit_form *forms;
    size_t count;
};

// Of all tables, in their order, the first form that matches counts.
extern const struct limit_form_table limit_particular_forms;
extern const struct limit_form_table limit_forms;
extern const struct limit_form_table limit_general_forms;
// Wider than those: what speaks of time, without bounds. What no limit covers is listed as not read.
extern const struct limit_form_table limit_unread_forms;
extern const struct pattern_piece limit_pieces[];

// "where the last day falls on a non-working day": rules for counting.
struct limit_rule_form {
    const char *pattern;
    const char *rule;
};
extern const struct limit_rule_form limit_rule_forms[];
extern const size_t limit_rule_form_count;

#endif
