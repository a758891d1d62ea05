// SPDX-License-Identifier: Apache-2.0
#include "base/checked.h"

bool checked_parse(struct str text, int64_t *number)
{
    bool negative = text.length > 0 && text.bytes[0] == '-';
    if (negative || (text.length > 0 && text.bytes[0] == '+'))
        text = str_skip(text, 1);
    if (text.length == 0)
        return false;
    int64_t value = 0; // kept negative on the way: the range below zero is larger by one
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] < '0' || text.bytes[i] > '9')
            return false;
        if (!checked_multiply(value, 10, &value) ||
            !checked_subtract(value, text.bytes[i] - '0', &value))
            return false;
    }
    if (!negative && !checked_subtract(0, value, &value))
        return false;
    *number = value;
    return true;
}
