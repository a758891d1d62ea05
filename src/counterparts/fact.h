// SPDX-License-Identifier: Apache-2.0
// What of a point can be checked against another: a number, a date, a name, may or shall, a
// condition.

#ifndef ENTENTE_COUNTERPARTS_FACT_H
#define ENTENTE_COUNTERPARTS_FACT_H

#include "base/str.h"

enum fact_kind {
    FACT_NUMBER,    // with its unit: "600,000 personnel", "50 %", "two thirds"
    FACT_DATE,      // "1 April 2031", "2035"
    FACT_PERIOD,    // "24 months", "within 30 days"
    FACT_NAME,      // a party, a body, a place: "Relief Agency"
    FACT_MAY,       // may, can, is free to
    FACT_SHOULD,    // should, endeavours, aims
    FACT_MUST,      // shall, must, undertakes
    FACT_MUST_NOT,  // shall not, is prohibited
    FACT_CONDITION, // if, unless, provided that …, up to the end of the clause
    FACT_KIND_COUNT,
};

// How a number counts: only like is set against like.
enum fact_measure {
    MEASURE_COUNT, // of whatever the unit names
    MEASURE_SHARE, // per cent, halves, thirds
    MEASURE_DAYS,  // value in minutes
    MEASURE_MONTHS,
};

struct fact {
    enum fact_kind kind;
    struct str said;      // the words, as they stand
    struct str unit_said; // numbers: what is counted, as it stands behind them; may be empty
    int64_t value;        // in millionths; dates: a number that orders them; else 0
    enum fact_measure measure;
    struct str unit; // the stem of what is counted; names: in lower case; may be empty
};

#endif
