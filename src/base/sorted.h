// SPDX-License-Identifier: Apache-2.0
// Looking for a place in a sorted row.
#ifndef ENTENTE_BASE_SORTED_H
#define ENTENTE_BASE_SORTED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Whether item `at` of a row comes before a place: behind it none does that does not.
typedef bool comes_before(const void *row, size_t at, uint64_t place);

// How many of `count` items come before `place`: the number of the first one that does not.
// Here in the header, so that the question is compiled into the search.
// Cost:     O(log count) questions
static inline size_t sorted_before(size_t count, const void *row, comes_before *is_before,
                                   uint64_t place)
{
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (is_before(row, middle, place))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

#endif
