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

// A decimal number as digits × 10^exponent, at most 18 digits; what is behind them is rounded.
struct decimal {
    int64_t digits;
    int64_t exponent;
    bool is_near;
};

static void drop_digit(struct decimal *decimal, int64_t *last)
{
    *last = decimal->digits % 10;
    decimal->is_near = decimal->is_near || *last != 0;
    decimal->digits /= 10;
    decimal->exponent++;
}

static void take_digit(struct decimal *decimal, int64_t digit, bool is_behind, int64_t *rest)
{
    const int64_t full = 100000000000000000; // 10^17: one more digit makes 18
    if (decimal->digits < full) {
        decimal->digits = decimal->digits * 10 + digit;
        decimal->exponent -= is_behind;
        return;
    }
    if (*rest < 0)
        *rest = digit;
    decimal->is_near = decimal->is_near || digit != 0;
    decimal->exponent += !is_behind;
}

// The mantissa: digits with at most one point.
static bool take_mantissa(struct str text, struct decimal *decimal)
{
    int64_t rest = -1; // the first digit that did not fit
    bool has_point = false;
    bool has_digit = false;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        if (c == '.' && !has_point) {
            has_point = true;
            continue;
        }
        if (c < '0' || c > '9')
            return false;
        has_digit = true;
        take_digit(decimal, c - '0', has_point, &rest);
    }
    decimal->digits += rest >= 5;
    return has_digit;
}

static bool is_sign(char c)
{
    return c == '-' || c == '+';
}

// "e-400" and the like: far below and far above all that fits, sizes are only told apart by sign.
static bool parse_exponent(struct str text, int64_t *exponent)
{
    struct str digits = text.length > 0 && is_sign(text.bytes[0]) ? str_skip(text, 1) : text;
    if (checked_parse(text, exponent) && *exponent > -100000 && *exponent < 100000)
        return true;
    for (size_t i = 0; i < digits.length; i++)
        if (digits.bytes[i] < '0' || digits.bytes[i] > '9')
            return false;
    *exponent = text.length > 0 && text.bytes[0] == '-' ? -100000 : 100000;
    return digits.length > 0;
}

static bool settle_exponent(struct decimal *decimal)
{
    int64_t last = 0;
    while (decimal->exponent < -18 && decimal->digits != 0)
        drop_digit(decimal, &last);
    decimal->digits += decimal->exponent == -18 && last >= 5;
    for (; decimal->exponent > 0 && decimal->digits != 0; decimal->exponent--)
        if (!checked_multiply(decimal->digits, 10, &decimal->digits))
            return false;
    if (decimal->digits == 0)
        decimal->exponent = 0;
    return true;
}

bool fraction_near(struct str text, struct fraction *value, bool *is_near)
{
    if (fraction_parse(text, value))
        return true;
    text = str_trim(text);
    bool is_negative = text.length > 0 && text.bytes[0] == '-';
    if (text.length > 0 && is_sign(text.bytes[0]))
        text = str_skip(text, 1);
    size_t e = 0;
    while (e < text.length && (text.bytes[e] | 0x20) != 'e')
        e++;
    struct decimal decimal = {0, 0, false};
    int64_t exponent = 0;
    if (!take_mantissa(str_slice(text, 0, e), &decimal) ||
        (e < text.length && !parse_exponent(str_skip(text, e + 1), &exponent)))
        return false;
    decimal.exponent += exponent;
    int64_t power;
    if (!settle_exponent(&decimal) || !power_of_ten(-decimal.exponent, &power))
        return false;
    *is_near = *is_near || decimal.is_near;
    return reduced(is_negative ? -(wide)decimal.digits : decimal.digits, power, value);
}

struct str fraction_decimal(struct fraction value, struct arena *arena)
{
    int64_t under = 1;
    int places = 0;
    while (under % value.under != 0 && places < 18) {
        under *= 10;
        places++;
    }
    wide digits = (wide)value.over * (under / value.under);
    bool is_negative = digits < 0;
    digits = is_negative ? -digits : digits;
    // The whole part is at most that of the fraction, which fits.
    long long whole = (long long)(digits / under);
    const char *sign = is_negative ? "-" : "";
    return places == 0 ? arena_print(arena, "%s%lld", sign, whole)
                       : arena_print(arena, "%s%lld.%0*lld", sign, whole, places,
                                     (long long)(digits % under));
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

bool fraction_subtract(struct fraction a, struct fraction b, struct fraction *result)
{
    return reduced((wide)a.over * b.under - (wide)b.over * a.under, (wide)a.under * b.under,
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
