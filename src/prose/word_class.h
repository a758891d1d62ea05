// SPDX-License-Identifier: Apache-2.0
// The classes of words and the units of time that the rules tell apart.

#ifndef ENTENTE_PROSE_WORD_CLASS_H
#define ENTENTE_PROSE_WORD_CLASS_H

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
    CLASS_TIME = 1U << 21,         // deadline, within, next, noon: what speaks of time may begin so
    CLASS_LEAD = 1U << 22,         // half, mid, end, last: may lead to a number or a date
    CLASS_RELATIVE = 1U << 23, // laquelle, dem, когда: "the day on which" goes on with a clause
    CLASS_SPAN = 1U << 24,     // quinzaine, Monatsfrist: a length of time in one word
    CLASS_HALVED = 1U << 25,   // anderthalb, полтора: so many and a half
    CLASS_OPENING = 1U << 26, // within, no, at, upon: a length of time with its bounds may begin so
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

#endif
