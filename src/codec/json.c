// SPDX-License-Identifier: Apache-2.0
#include "codec/json.h"

#include "base/checked.h"

const struct json *json_member(const struct json *object, const char *name)
{
    if (!object || object->kind != JSON_OBJECT)
        return NULL;
    struct str wanted = str_of(name);
    for (size_t i = 0; i < object->count; i++)
        if (str_equal(object->names[i], wanted))
            return &object->items[i];
    return NULL;
}

struct str json_text(const struct json *object, const char *name)
{
    const struct json *value = json_member(object, name);
    return value && value->kind == JSON_STRING ? value->text : (struct str){NULL, 0};
}

// Takes the exponent and the fraction of a decimal into account; 12.50e1 is 125.
static bool whole_of_decimal(struct str digits, unsigned places, int64_t *number)
{
    size_t e = str_find_byte(digits, 'e');
    if (e == digits.length)
        e = str_find_byte(digits, 'E');
    int64_t exponent = 0;
    if (e < digits.length && !checked_parse(str_skip(digits, e + 1), &exponent))
        return false;
    if (!checked_add(exponent, (int64_t)places, &exponent))
        return false;
    struct str mantissa = str_slice(digits, 0, e);
    size_t dot = str_find_byte(mantissa, '.');
    struct str fraction = str_skip(mantissa, dot + 1);
    while (fraction.length > 0 && fraction.bytes[fraction.length - 1] == '0')
        fraction.length--;
    int64_t value;
    if (!checked_parse(str_slice(mantissa, 0, dot), &value))
        return false;
    int64_t sign = mantissa.length > 0 && mantissa.bytes[0] == '-' ? -1 : 1;
    for (size_t i = 0; i < fraction.length; i++, exponent--)
        if (!checked_multiply(value, 10, &value) ||
            !checked_add(value, sign * (fraction.bytes[i] - '0'), &value))
            return false;
    for (; exponent < 0 && value != 0; exponent++) {
        if (value % 10 != 0)
            return false;
        value /= 10;
    }
    for (; exponent > 0 && value != 0; exponent--)
        if (!checked_multiply(value, 10, &value))
            return false;
    *number = value;
    return true;
}

bool json_whole(const struct json *value, int64_t *number)
{
    if (!value || value->kind != JSON_NUMBER)
        return false;
    return checked_parse(value->text, number) || whole_of_decimal(value->text, 0, number);
}

bool json_decimal(const struct json *value, unsigned places, int64_t *number)
{
    return value && value->kind == JSON_NUMBER && whole_of_decimal(value->text, places, number);
}
