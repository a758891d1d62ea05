// SPDX-License-Identifier: Apache-2.0
// The small language the grammar tables are written in.
//
//   within [a period of] N (after|of) REF
//
// Lower-case words stand for themselves in any case, [x|y] may be absent, (x|y) must be one of them,
// $name stands for another piece of pattern, and words in capitals stand for what a reader finds:
// N a length of time, DATE, YEAR (a date that may be a bare year), ORD an ordinal, NUM a number,
// ORDUNIT "27th month", UNIT, REF an event in any words, EVENT something that happens, PERIOD,
// NAMED a period with a name, NAMEDDAY a day with a name ("the Closing Date"), CLAUSE, DONE a clause
// that says something is done, CODE "D" in "D + 10", CODEBACK "D" in "D-5", WORD any word,
// TIME an hour of the day.
// A mark stands for itself.

#ifndef ENTENTE_TIME_LIMITS_PATTERN_H
#define ENTENTE_TIME_LIMITS_PATTERN_H

#include "prose/date.h"
#include "prose/quantity.h"

// What the capital words of a pattern found.
struct captures {
    struct quantity quantity; // N, UNIT, the unit of ORDUNIT
    struct date date;         // the last DATE or YEAR
    int64_t number;           // the last ORD, NUM or ORDUNIT
    size_t event_from;        // tokens of REF, EVENT, PERIOD, NAMED, CLAUSE, DONE
    size_t event_to;
    size_t code; // the token of CODE
    bool has_quantity;
    bool has_date;
    bool has_number;
    bool has_event;
    bool has_code;
};

// A named piece of pattern, for "$name"; may use others above it in the table.
struct pattern_piece {
    const char *name;
    const char *text;
};

struct patterns;

// Compiles the patterns; their words are added to the vocabulary.
//
// texts    `count` patterns, in order of precedence
// pieces   ends with name == NULL
// A mistake in a pattern is a mistake of the house: it aborts.
struct patterns *patterns_make(const char *const *texts, size_t count,
                               const struct pattern_piece *pieces, struct vocabulary *vocabulary,
                               struct arena *arena);

// The first pattern from number `from` on that matches at token `at`.
// Result: the number of tokens matched, 0 when none does; *which and *captures tell what
size_t patterns_match(const struct patterns *patterns, const struct prose *prose, size_t at,
                      size_t from, size_t *which, struct captures *captures);

#endif
