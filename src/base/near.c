// SPDX-License-Identifier: Apache-2.0
#include "base/near.h"

#define LENGTH_MAX 64 // bytes of a name; longer ones are no typing mistakes
#define START_LEAST 4 // bytes that two names must begin with to be alike by that alone

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

// Levenshtein's distance: bytes to change, add or drop.
static size_t distance(struct str a, struct str b)
{
    size_t row[LENGTH_MAX + 1];
    for (size_t j = 0; j <= b.length; j++)
        row[j] = j;
    for (size_t i = 0; i < a.length; i++) {
        size_t corner = row[0];
        row[0] = i + 1;
        for (size_t j = 0; j < b.length; j++) {
            size_t changed = corner + (lower(a.bytes[i]) != lower(b.bytes[j]));
            size_t moved = (row[j] < row[j + 1] ? row[j] : row[j + 1]) + 1;
            corner = row[j + 1];
            row[j + 1] = changed < moved ? changed : moved;
        }
    }
    return row[b.length];
}

static size_t common_start(struct str a, struct str b)
{
    size_t length = 0;
    while (length < a.length && length < b.length &&
           lower(a.bytes[length]) == lower(b.bytes[length]))
        length++;
    return length;
}

// How unlike two names are; SIZE_MAX: too much to be mistaken for one another.
static size_t name_distance(struct str a, struct str b)
{
    if (a.length == 0 || b.length == 0 || a.length > LENGTH_MAX || b.length > LENGTH_MAX)
        return SIZE_MAX;
    size_t shorter = a.length < b.length ? a.length : b.length;
    size_t start = common_start(a, b);
    size_t apart = distance(a, b);
    bool is_like = apart * 3 <= shorter || (start >= START_LEAST && start * 3 >= shorter * 2);
    return is_like ? apart : SIZE_MAX;
}

size_t near_find(struct str name, const struct str *names, size_t count)
{
    size_t best = count;
    size_t least = SIZE_MAX;
    for (size_t i = 0; i < count; i++) {
        size_t apart = name_distance(name, names[i]);
        if (apart < least) {
            least = apart;
            best = i;
        }
    }
    return best;
}
