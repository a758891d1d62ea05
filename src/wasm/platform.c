// SPDX-License-Identifier: Apache-2.0
// What the C library of emscripten 3.1 lacks, or answers wrongly.
#include "wasm/platform.h"

#include "base/memory.h"
#include "wasm/host_parts.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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

// Without a second name for a file, it gets the new one instead; never over one that is there.
int link(const char *from, const char *to)
{
    if (access(to, F_OK) == 0) {
        errno = EEXIST;
        return -1;
    }
    return rename(from, to);
}

int isatty(int descriptor)
{
    return host_is_terminal(descriptor);
}
