// SPDX-License-Identifier: Apache-2.0
// Whole-number arithmetic that says when the result does not fit.

#ifndef ENTENTE_BASE_CHECKED_H
#define ENTENTE_BASE_CHECKED_H

#include "base/error.h"

// Each gives true and writes *result, or gives false when the result does not fit.
MUST_CHECK static inline bool checked_add(int64_t a, int64_t b, int64_t *result)
{
    return !__builtin_add_overflow(a, b, result);
}

MUST_CHECK static inline bool checked_subtract(int64_t a, int64_t b, int64_t *result)
{
    return !__builtin_sub_overflow(a, b, result);
}

MUST_CHECK static inline bool checked_multiply(int64_t a, int64_t b, int64_t *result)
{
    return !__builtin_mul_overflow(a, b, result);
}

// The greatest common divisor, of either sign; that of a and 0 is a.
static inline int64_t int64_gcd(int64_t a, int64_t b)
{
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

// Reads a whole decimal number, an optional sign first; the whole text must be the number.
MUST_CHECK bool checked_parse(struct str text, int64_t *number);

#endif
