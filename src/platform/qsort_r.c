// SPDX-License-Identifier: Apache-2.0
// qsort_r for systems that have none.
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

struct sorting {
    size_t size;
    int (*compare)(const void *a, const void *b, void *context);
    void *context;
};

// Sorts items[0..count) with room for as many: two halves, then merged. What is equal keeps its order.
static void merge_sort(const struct sorting *sorting, char *items, size_t count, char *room)
{
    size_t size = sorting->size, half = count / 2, left = 0, right = half;
    if (count < 2)
        return;
    merge_sort(sorting, items, half, room);
    merge_sort(sorting, items + half * size, count - half, room);
    for (size_t i = 0; i < count; i++) {
        int is_left = right == count ||
                      (left < half && sorting->compare(items + left * size, items + right * size,
                                                       sorting->context) <= 0);
        memcpy(room + i * size, items + (is_left ? left++ : right++) * size, size);
    }
    memcpy(items, room, count * size);
}

void qsort_r(void *items, size_t count, size_t size,
             int (*compare)(const void *a, const void *b, void *context), void *context)
{
    struct sorting sorting = {size, compare, context};
    char *room = malloc(count * size + 1);
    if (!room)
        memory_exhausted(count * size);
    merge_sort(&sorting, items, count, room);
    free(room);
}
