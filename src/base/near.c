// SPDX-License-Identifier: Apache-2.0
#include "base/near.h"

#include <assert.h>

#define LENGTH_MAX 64 // bytes of a name; longer ones are no typing mistakes
#define START_LEAST 4 // bytes that two names must begin with to be alike by that alone

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

static bool are_swapped(struct str a, struct str b, size_t i, size_t j)
{
    return i > 0 && j > 0 && lower(a.bytes[i]) == lower(b.bytes[j - 1]) &&
           lower(a.bytes[i - 1]) == lower(b.bytes[j]);
}

// Bytes to change, add, drop or swap with the next (Levenshtein's distance with adjacent transpositions, none
// edited twice).
static size_t distance(struct str a, struct str b)
{
    size_t rows[3][LENGTH_MAX + 1] = {{0}};
    assert(a.length <= LENGTH_MAX && b.length <= LENGTH_MAX);
    for (size_t j = 0; j <= b.length; j++)
        rows[0][j] = j;
    for (size_t i = 0; i < a.length; i++) {
        const size_t *before = rows[i % 3];
        size_t *row = rows[(i + 1) % 3];
        row[0] = i + 1;
        for (size_t j = 0; j < b.length; j++) {
            size_t changed = before[j] + (lower(a.bytes[i]) != lower(b.bytes[j]));
            size_t moved = (row[j] < before[j + 1] ? row[j] : before[j + 1]) + 1;
            row[j + 1] = changed < moved ? changed : moved;
            if (are_swapped(a, b, i, j) && rows[(i + 2) % 3][j - 1] + 1 < row[j + 1])
                row[j + 1] = rows[(i + 2) % 3][j - 1] + 1;
        }
    }
    return rows[a.length % 3][b.length];
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

struct str near_meant(struct str name, const struct str *names, size_t count, struct arena *arena)
{
    size_t near = near_find(name, names, count);
    if (near == count)
        return STR("");
    return arena_print(arena, "; \"%.*s\" may be meant", STR_ARGS(names[near]));
}
