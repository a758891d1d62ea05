// SPDX-License-Identifier: Apache-2.0
// Numbers and ordinals as prose writes them.

#ifndef ENTENTE_PROSE_NUMBER_H
#define ENTENTE_PROSE_NUMBER_H

#include "prose/prose.h"

// Larger numbers are read as this.
#define NUMBER_MAX ((int64_t)1000000000)

// A whole number that begins at token `at`: "14", "1,000", "twenty-one", "one hundred and twenty",
// also repeated in brackets: "thirty (30)", "30 (thirty)".
// Result: the number of tokens it takes, 0 when there is none; *value at most 10^9, which stands for
// all that is more
size_t number_read(const struct prose *prose, size_t at, int64_t *value);

// The same for "third", "27th", "twenty-seventh", "one hundred and twentieth", "thirtieth (30th)".
size_t ordinal_read(const struct prose *prose, size_t at, int64_t *value);

// A number in figures with its decimals, in millionths: "33.3", "1,250", up to 10^12. More than six
// decimals are left out.
// Result: the number of tokens it takes, 0 when there is none
#define DECIMAL_PLACES 6
size_t decimal_read(const struct prose *prose, size_t at, int64_t *millionths);

// A number that is repeated in brackets right behind: "six (5)", "third (4th)".
// Result: the number of tokens up to the closing bracket, 0 when there is none; *said and *repeated
size_t number_read_twice(const struct prose *prose, size_t at, int64_t *said, int64_t *repeated);

// Whether among tokens [from, to) a number is repeated in brackets as another: "six (5) months".
bool number_differs(const struct prose *prose, size_t from, size_t to);

#endif
