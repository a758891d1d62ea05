// SPDX-License-Identifier: Apache-2.0
// Lengths of time: "thirty (30) days", "two to three weeks", "10 working days".

#ifndef ENTENTE_PROSE_QUANTITY_H
#define ENTENTE_PROSE_QUANTITY_H

#include "prose/prose.h"

struct quantity {
    int64_t least; // in `unit`; equal to most unless the text gives a range
    int64_t most;
    enum unit unit;
    bool is_working;     // working, business, banking days
    bool has_half_month; // half a month counts as 15 days
    bool has_both_ends; // the words bound it from below and above: "between", "not less than … nor
                        // more than"
    bool
        has_other_end; // a range whose lesser end is in another unit, which does not come into `least`:
                       // "between two weeks and three months"
};

// A length of time that begins at token `at`; "a week" and "half a year" too, and "two years and six
// months". "Two years and one day" is none: only a calendar knows how long it is.
// Result: the number of tokens it takes, 0 when there is none
size_t quantity_read(const struct prose *prose, size_t at, struct quantity *quantity);

// Only the unit, with what stands before it: "working days", "calendar month".
size_t quantity_read_unit(const struct prose *prose, size_t at, struct quantity *quantity);

// "day", "working day", "month": the name used in every output.
const char *quantity_unit_name(enum unit unit, bool is_working);

// Whether token `at` opens a range that "and" goes on with: "between", in the languages that are read.
bool quantity_is_between(const struct prose *prose, size_t at);

// What stands between the ends of "10 to 15", "2 or 3", "10-15", "20 bis 25".
// Result: whether a range goes on at token `at`, right behind its first number; *joint is how many tokens
//         part the two, 0 where a hyphen does
bool quantity_is_range(const struct prose *prose, size_t at, size_t *joint);

// The ISO 8601 form of so many units, in the arena: "P30D", "PT72H", "P6M".
struct str quantity_iso(int64_t count, enum unit unit, struct arena *arena);

#endif
