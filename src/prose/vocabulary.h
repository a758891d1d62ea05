// SPDX-License-Identifier: Apache-2.0
// The words the rules know, each with a number and the classes it belongs to.

#ifndef ENTENTE_PROSE_VOCABULARY_H
#define ENTENTE_PROSE_VOCABULARY_H

#include "base/names.h"

// A word may stand in several classes: "second" is an ordinal and a unit, "May" a month and an
// auxiliary.
enum word_class {
    CLASS_CARDINAL = 1U << 0,    // one, twenty
    CLASS_MULTIPLIER = 1U << 1,  // hundred, thousand
    CLASS_ORDINAL = 1U << 2,     // first, thirtieth
    CLASS_UNIT = 1U << 3,        // days, month
    CLASS_MONTH = 1U << 4,       // January, Feb
    CLASS_WEEKDAY = 1U << 5,     // Sunday
    CLASS_DETERMINER = 1U << 6,  // the, each, its
    CLASS_PREPOSITION = 1U << 7, // in, from, concerning
    CLASS_AUXILIARY = 1U << 8,   // is, shall, have
    CLASS_FINITE = 1U << 9,      // enters, expires: a verb that makes a clause without auxiliary
    CLASS_EVENT = 1U << 10,      // signing, elections: a noun for something that happens
    CLASS_STATE = 1U << 11,      // government, petition: looks like an event by its ending, is none
    CLASS_PERIOD = 1U << 12,     // period, term, phase
    CLASS_CONNECTIVE = 1U << 13, // that, which, then: a noun phrase ends before it
    CLASS_RECITAL = 1U << 14,    // recalling, whereas: begins a paragraph of a preamble
    CLASS_DAY_KIND = 1U << 15,   // calendar, working, consecutive: stands before a unit
    CLASS_MODAL = 1U << 16,      // shall, will, must: the act follows
    CLASS_CLOSING = 1U << 17,    // done, signed: begins the closing formula
    CLASS_DOCUMENT = 1U << 18,   // memorandum, law, resolution
    CLASS_PARTICIPLE = 1U << 19, // signed, adopted: "the Protocol signed on ..." names a document
    CLASS_ABBREVIATION = 1U << 20, // Dr, Gen, No: a full stop after it ends no sentence
};

enum unit {
    UNIT_NONE,
    UNIT_MINUTE,
    UNIT_HOUR,
    UNIT_DAY,
    UNIT_WEEK,
    UNIT_MONTH,
    UNIT_QUARTER,
    UNIT_YEAR
};

struct word_facts {
    uint32_t classes;   // enum word_class, or-ed
    uint16_t number;    // CARDINAL, MULTIPLIER, ORDINAL
    uint8_t month;      // 1-12
    uint8_t weekday;    // 1 Monday - 7 Sunday
    uint8_t unit;       // enum unit
    uint8_t unit_count; // how many of the unit: 2 for a fortnight, 10 for a decade
    bool is_working;    // DAY_KIND: business, working
};

struct vocabulary;

// The lexicon of English words; more words can be added until the first text is read with it.
struct vocabulary *vocabulary_make(struct arena *arena);
// The number of a lower-case word, added when new. The text is borrowed.
uint32_t vocabulary_add(struct vocabulary *vocabulary, struct str word);
// The number of a word in any case, or NAMES_NONE.
uint32_t vocabulary_find(const struct vocabulary *vocabulary, struct str word);
// What is known of the word with this number; all zero for NAMES_NONE.
const struct word_facts *vocabulary_facts(const struct vocabulary *vocabulary, uint32_t number);
uint32_t vocabulary_count(const struct vocabulary *vocabulary);

#endif
