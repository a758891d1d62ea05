// SPDX-License-Identifier: Apache-2.0
#include "exchange/bargain/fraction.h"

#include "base/checked.h"

#include <assert.h>

__extension__ typedef __int128 wide;

static wide common_divisor(wide a, wide b)
{
    a = a < 0 ? -a : a;
    while (b != 0) {
        wide rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static bool reduced(wide over, wide under, struct fraction *result)
{
    if (under == 0)
        return false;
    if (under < 0) {
        over = -over;
        under = -under;
    }
    wide divisor = common_divisor(over, under);
    over /= divisor;
    under /= divisor;
    if (over > INT64_MAX || over < INT64_MIN || under > INT64_MAX)
        return false;
    *result = (struct fraction){(int64_t)over, (int64_t)under};
    return true;
}

static bool power_of_ten(int64_t exponent, int64_t *power)
{
    *power = 1;
    for (int64_t i = 0; i < exponent; i++)
        if (!checked_multiply(*power, 10, power))
            return false;
    return true;
}

// Digits with at most one point as a whole number and the number of digits behind the point.
static bool parse_digits(struct str text, int64_t *digits, int64_t *behind)
{
    int64_t value = 0;
    bool has_point = false;
    bool has_digit = false;
    *behind = 0;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        if (c == '.' && !has_point) {
            has_point = true;
            continue;
        }
        if (c < '0' || c > '9' || !checked_multiply(value, 10, &value) ||
            !checked_add(value, c - '0', &value))
            return false;
        has_digit = true;
        *behind += has_point;
    }
    *digits = value;
    return has_digit;
}

bool fraction_parse(struct str text, struct fraction *value)
{
    text = str_trim(text);
    bool is_negative = text.length > 0 && text.bytes[0] == '-';
    if (is_negative || (text.length > 0 && text.bytes[0] == '+'))
        text = str_skip(text, 1);
    size_t e = 0;
    while (e < text.length && (text.bytes[e] | 0x20) != 'e')
        e++;
    int64_t digits;
    int64_t behind;
    int64_t exponent = 0;
    if (!parse_digits(str_slice(text, 0, e), &digits, &behind) ||
        (e < text.length && !checked_parse(str_skip(text, e + 1), &exponent)) || exponent > 18 ||
        exponent < -18)
        return false;
    exponent -= behind;
    int64_t power;
    if (!power_of_ten(exponent < 0 ? -exponent : exponent, &power))
        return false;
    wide over = is_negative ? -(wide)digits : digits;
    return exponent < 0 ? reduced(over, power, value) : reduced(over * power, 1, value);
}

bool fraction_multiply(struct fraction a, struct fraction b, struct fraction *result)
{
    return reduced((wide)a.over * b.over, (wide)a.under * b.under, result);
}

bool fraction_divide(struct fraction a, struct fraction b, struct fraction *result)
{
    return reduced((wide)a.over * b.under, (wide)a.under * b.over, result);
}

bool fraction_add(struct fraction a, struct fraction b, struct fraction *result)
{
    // Each product is below 2^126, so that their sum fits.
    return reduced((wide)a.over * b.under + (wide)b.over * a.under, (wide)a.under * b.under,
                   result);
}

int fraction_compare(struct fraction a, struct fraction b)
{
    wide left = (wide)a.over * b.under;
    wide right = (wide)b.over * a.under;
    return (left > right) - (left < right);
}

bool fraction_common(int64_t a, int64_t b, int64_t *result)
{
    return checked_multiply(a / (int64_t)common_divisor(a, b), b, result);
}

static wide rounded(wide over, wide under)
{
    assert(under > 0);
    wide half = under / 2;
    return over < 0 ? -((-over + half) / under) : (over + half) / under;
}

bool fraction_scale(struct fraction a, struct fraction b, int64_t scale, int64_t *whole)
{
    // What both have in common with the scale goes first, so that exact results stay exact.
    wide over = (wide)a.over * b.over;
    assert(a.under > 0 && b.under > 0 && scale > 0);
    wide shared = common_divisor(scale, a.under);
    wide under = a.under / shared;
    wide rest = scale / shared;
    shared = common_divisor(rest, b.under);
    under *= b.under / shared;
    rest /= shared;
    wide product;
    if (__builtin_mul_overflow(over, rest, &product)) {
        // Too long for exactness: round once on the way.
        wide part = rounded((wide)a.over * scale, a.under);
        if (__builtin_mul_overflow(part, (wide)b.over, &product))
            return false;
        under = b.under;
    }
    product = rounded(product, under);
    if (product > INT64_MAX || product < INT64_MIN)
        return false;
    *whole = (int64_t)product;
    return true;
}
