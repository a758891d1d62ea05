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
};

// A length of time that begins at token `at`; "a week" and "half a year" too, and "two years and six
// months". "Two years and one day" is none: only a calendar knows how long it is.
// Result: the number of tokens it takes, 0 when there is none
size_t quantity_read(const struct prose *prose, size_t at, struct quantity *quantity);

// Only the unit, with what stands before it: "working days", "calendar month".
size_t quantity_read_unit(const struct prose *prose, size_t at, struct quantity *quantity);

// "day", "working day", "month": the name used in every output.
const char *quantity_unit_name(enum unit unit, bool is_working);

// The ISO 8601 form, in the arena: "P30D", "PT72H", "P6M"; of a range its upper end.
struct str quantity_iso(const struct quantity *quantity, struct arena *arena);

#endif
