// SPDX-License-Identifier: Apache-2.0
// Exact fractions of decimals as they stand in files.

#ifndef ENTENTE_EXCHANGE_BARGAIN_FRACTION_H
#define ENTENTE_EXCHANGE_BARGAIN_FRACTION_H

#include "base/arena.h"
#include "base/error.h"

// In lowest terms; the denominator is above 0.
struct fraction {
    int64_t over;
    int64_t under;
};

// Reads "0.25", "-3", "1.5e-3"; the whole text must be the number. Gives false for anything else
// (NaN, infinities) and for what does not fit.
MUST_CHECK bool fraction_parse(struct str text, struct fraction *value);
// The same, but a number with too many digits is rounded to 18 of them, none below 10^-18, and
// *is_near set to true (it is left alone otherwise). Gives false for what is no decimal number and
// for what is too large.
MUST_CHECK bool fraction_near(struct str text, struct fraction *value, bool *is_near);
// "-12.5": the shortest decimal; the denominator must divide a power of ten.
struct str fraction_decimal(struct fraction value, struct arena *arena);

// Each gives false when the result does not fit; fraction_divide also for a divisor of 0.
MUST_CHECK bool fraction_multiply(struct fraction a, struct fraction b, struct fraction *result);
MUST_CHECK bool fraction_divide(struct fraction a, struct fraction b, struct fraction *result);
MUST_CHECK bool fraction_add(struct fraction a, struct fraction b, struct fraction *result);
MUST_CHECK bool fraction_subtract(struct fraction a, struct fraction b, struct fraction *result);
// a × b × scale as the nearest whole number (halves away from zero); scale at most 2^60.
MUST_CHECK bool fraction_scale(struct fraction a, struct fraction b, int64_t scale, int64_t *whole);
// Negative, zero or positive.
int fraction_compare(struct fraction a, struct fraction b);
// The least common multiple of two denominators.
MUST_CHECK bool fraction_common(int64_t a, int64_t b, int64_t *result);

#endif
