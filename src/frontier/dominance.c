// SPDX-License-Identifier: Apache-2.0
//
// All filters sweep the rows in falling order of the first column, so that only an earlier row can
// beat a later one and the first column need not be compared again.
#include "frontier/dominance.h"

#include "frontier/boxes.h"

#include <stdlib.h>
#include <string.h>

static void filter_two(const int64_t *points, size_t count, bool *keep)
{
    int64_t best = 0;
    for (size_t i = 0; i < count; i++) {
        keep[i] = i == 0 || points[2 * i + 1] > best;
        if (keep[i])
            best = points[2 * i + 1];
    }
}

static int compare_numbers(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a;
    int64_t right = *(const int64_t *)b;
    return left < right ? -1 : left > right;
}

// Ranks of one column, counted from 1 for the largest value; gives the number of ranks. A narrow
// column is its own rank, a wide one is sorted.
static size_t ranks_from_top(const int64_t *column, size_t count, size_t width, uint32_t *ranks,
                             struct arena *work)
{
    int64_t low = column[0];
    int64_t high = column[0];
    for (size_t i = 1; i < count; i++) {
        int64_t value = column[i * width];
        low = value < low ? value : low;
        high = value > high ? value : high;
    }
    uint64_t spread = (uint64_t)high - (uint64_t)low;
    if (spread <= 4 * count + 1024) {
        for (size_t i = 0; i < count; i++)
            ranks[i] = (uint32_t)((uint64_t)high - (uint64_t)column[i * width]) + 1;
        return (size_t)spread + 1;
    }
    int64_t *sorted = ARENA_ARRAY(work, int64_t, count);
    for (size_t i = 0; i < count; i++)
        sorted[i] = column[i * width];
    qsort(sorted, count, sizeof *sorted, compare_numbers);
    size_t distinct = 0;
    for (size_t i = 0; i < count; i++)
        if (i == 0 || sorted[i] != sorted[distinct - 1])
            sorted[distinct++] = sorted[i];
    for (size_t i = 0; i < count; i++) {
        const int64_t *found =
            bsearch(&column[i * width], sorted, distinct, sizeof *sorted, compare_numbers);
        ranks[i] = (uint32_t)(distinct - (size_t)(found - sorted));
    }
    return distinct;
}

// Row i is beaten when an earlier row with a second value as large has a third value as large.
static void filter_three(const int64_t *points, size_t count, bool *keep)
{
    struct arena *work = arena_open();
    uint32_t *ranks = ARENA_ARRAY(work, uint32_t, count);
    size_t rank_count = ranks_from_top(points + 1, count, 3, ranks, work);
    int64_t *most = ARENA_ARRAY(work, int64_t, rank_count + 1);
    for (size_t r = 0; r <= rank_count; r++)
        most[r] = INT64_MIN;
    for (size_t i = 0; i < count; i++) {
        int64_t third = points[3 * i + 2];
        keep[i] = true;
        for (size_t r = ranks[i]; r > 0 && keep[i]; r -= r & (~r + 1))
            keep[i] = most[r] < third;
        for (size_t r = ranks[i]; keep[i] && r <= rank_count; r += r & (~r + 1))
            most[r] = third > most[r] ? third : most[r];
    }
    arena_close(work);
}

void dominance_filter(const int64_t *points, size_t count, uint32_t width, const int64_t *slack,
                      bool *keep)
{
    if (count == 0)
        return;
    if (slack && width > 1) {
        boxes_filter(points, count, width, slack, keep);
    } else if (width == 1) {
        memset(keep, 0, count * sizeof *keep);
        keep[0] = true;
    } else if (width == 2) {
        filter_two(points, count, keep);
    } else if (width == 3) {
        filter_three(points, count, keep);
    } else {
        boxes_filter(points, count, width, NULL, keep);
    }
}
