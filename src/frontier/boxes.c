// SPDX-License-Identifier: Apache-2.0
//
// The rows are laid out in Morton order of their columns (the first left out), so that neighbours
// are near each other, 16 to a leaf, and the tree above has 16 children a node:
//
//   level 2                 [ 16 corners ]
//   level 1     [ 16 corners ] … [ 16 corners ]
//   level 0   [16 points][16 points] …
//
// A group stands column by column, 16 numbers each, so that 16 comparisons are four vector
// instructions. A corner is the best of its group in each column, over the points switched on so
// far; a point that was not switched on stands at the bottom. The rows are visited in their falling
// order: each asks whether a point switched on is at least as good everywhere, and is switched on
// itself when none is.
#include "frontier/boxes.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define GROUP 16u
#define LEVELS_MAX 9
#define BOTTOM INT32_MIN

typedef int32_t lanes __attribute__((vector_size(16)));

struct tree {
    uint32_t columns;
    uint32_t levels;
    lanes *groups[LEVELS_MAX]; // groups[level]: columns * 4 lanes for each group of 16
};

// Every column as numbers of 32 bits in the same order: offsets where the spread allows, else ranks.
static int compare_numbers(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a;
    int64_t right = *(const int64_t *)b;
    return left < right ? -1 : left > right;
}

// Gives true for offsets.
static bool narrow_column(const int64_t *column, size_t count, size_t width, int32_t *narrow,
                          size_t columns, int32_t *top)
{
    int64_t low = column[0];
    int64_t high = column[0];
    for (size_t i = 1; i < count; i++) {
        int64_t value = column[i * width];
        low = value < low ? value : low;
        high = value > high ? value : high;
    }
    if ((uint64_t)high - (uint64_t)low < INT32_MAX) {
        for (size_t i = 0; i < count; i++)
            narrow[i * columns] = (int32_t)(column[i * width] - low);
        *top = (int32_t)(high - low);
        return true;
    }
    struct arena *work = arena_open();
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
        narrow[i * columns] = (int32_t)(found - sorted);
    }
    *top = (int32_t)distinct;
    arena_close(work);
    return false;
}

struct keyed {
    uint64_t key;
    uint32_t row;
};

// Sorts by key, eight bits at a time; both arrays have `count` entries.
static struct keyed *radix_sort(struct keyed *from, struct keyed *to, size_t count)
{
    for (unsigned shift = 0; shift < 64; shift += 8) {
        size_t starts[257] = {0};
        for (size_t i = 0; i < count; i++)
            starts[(from[i].key >> shift & 255) + 1]++;
        if (starts[(from[0].key >> shift & 255) + 1] == count)
            continue; // this byte is the same everywhere
        for (size_t b = 0; b < 256; b++)
            starts[b + 1] += starts[b];
        for (size_t i = 0; i < count; i++)
            to[starts[from[i].key >> shift & 255]++] = from[i];
        struct keyed *swap = from;
        from = to;
        to = swap;
    }
    return from;
}

// The bits of all columns, highest first, woven into one number. At most 8 columns take part: a
// Morton code of more has too few bits for each to help.
static uint64_t morton(const int32_t *narrow, uint32_t columns, const unsigned *shift_up,
                       unsigned bits)
{
    uint64_t key = 0;
    for (unsigned b = 0; b < bits; b++)
        for (uint32_t c = 0; c < columns; c++) {
            uint64_t scaled = (uint64_t)(uint32_t)narrow[c] << shift_up[c];
            key = key << 1 | (scaled >> (31 - b) & 1);
        }
    return key;
}

// leaf_of[i] is the place of row i in Morton order.
static void order_rows(const int32_t *narrow, size_t count, uint32_t columns, const int32_t *tops,
                       uint32_t *leaf_of, struct arena *work)
{
    assert(columns >= 1);
    uint32_t woven = columns < 8 ? columns : 8;
    unsigned shift_up[8];
    for (uint32_t c = 0; c < woven; c++)
        shift_up[c] = (unsigned)__builtin_clz((unsigned)tops[c] | 1);
    unsigned bits = 48 / woven < 12 ? 48 / woven : 12;
    struct keyed *rows = ARENA_ARRAY(work, struct keyed, count);
    struct keyed *spare = ARENA_ARRAY(work, struct keyed, count);
    for (size_t i = 0; i < count; i++)
        rows[i] = (struct keyed){morton(narrow + i * columns, woven, shift_up, bits), (uint32_t)i};
    rows = radix_sort(rows, spare, count);
    for (size_t i = 0; i < count; i++)
        leaf_of[rows[i].row] = (uint32_t)i;
}

static void tree_make(struct tree *tree, size_t count, uint32_t columns, struct arena *work)
{
    tree->columns = columns;
    tree->levels = 0;
    size_t members = count;
    do {
        size_t groups = (members + GROUP - 1) / GROUP;
        size_t lane_count = groups * columns * 4;
        lanes *made = ARENA_ARRAY(work, lanes, lane_count);
        for (size_t i = 0; i < lane_count; i++)
            made[i] = (lanes){BOTTOM, BOTTOM, BOTTOM, BOTTOM};
        tree->groups[tree->levels++] = made;
        members = groups;
    } while (members > 1);
}

// Which of the 16 members of a group are at least as good as the row in every column: a bit each.
// Written out by quarters so that all stays in registers: half of the whole running time is here.
static inline unsigned members_above(const lanes *group, const int32_t *row, uint32_t columns)
{
    lanes wanted = {row[0], row[0], row[0], row[0]};
    lanes first = group[0] >= wanted;
    lanes second = group[1] >= wanted;
    lanes third = group[2] >= wanted;
    lanes fourth = group[3] >= wanted;
    for (uint32_t c = 1; c < columns; c++) {
        group += 4;
        wanted = (lanes){row[c], row[c], row[c], row[c]};
        first &= group[0] >= wanted;
        second &= group[1] >= wanted;
        third &= group[2] >= wanted;
        fourth &= group[3] >= wanted;
    }
    lanes bits = (first & (lanes){1 << 0, 1 << 1, 1 << 2, 1 << 3}) |
                 (second & (lanes){1 << 4, 1 << 5, 1 << 6, 1 << 7}) |
                 (third & (lanes){1 << 8, 1 << 9, 1 << 10, 1 << 11}) |
                 (fourth & (lanes){1 << 12, 1 << 13, 1 << 14, 1 << 15});
    return (unsigned)(bits[0] | bits[1] | bits[2] | bits[3]);
}

static bool is_beaten(const struct tree *tree, uint32_t level, size_t group, const int32_t *row)
{
    unsigned bits =
        members_above(tree->groups[level] + group * tree->columns * 4, row, tree->columns);
    if (level == 0)
        return bits != 0;
    for (; bits != 0; bits &= bits - 1)
        if (is_beaten(tree, level - 1, group * GROUP + (size_t)__builtin_ctz(bits), row))
            return true;
    return false;
}

// Switches a point on: its numbers go into its leaf and lift the corners above it.
static void switch_on(struct tree *tree, size_t leaf, const int32_t *row)
{
    for (uint32_t level = 0; level < tree->levels; level++) {
        int32_t *group =
            (int32_t *)(tree->groups[level] + leaf / GROUP * tree->columns * 4) + leaf % GROUP;
        bool lifted = false;
        for (uint32_t c = 0; c < tree->columns; c++)
            if (row[c] > group[c * GROUP]) {
                group[c * GROUP] = row[c];
                lifted = true;
            }
        if (!lifted)
            return;
        leaf /= GROUP;
    }
}

// The row as the tree is asked about it: lowered by the slack, in the tree's own numbers. Columns
// that were ranked (spread of 2^31 and more) take no slack, which keeps more rows than needed.
static void lower(const int32_t *row, const int32_t *slack, uint32_t columns, int32_t *asked)
{
    for (uint32_t c = 0; c < columns; c++)
        asked[c] = row[c] > slack[c] ? row[c] - slack[c] : 0;
}

void boxes_filter(const int64_t *points, size_t count, uint32_t width, const int64_t *slack,
                  bool *keep)
{
    struct arena *work = arena_open();
    uint32_t columns = width - 1;
    int32_t *narrow = ARENA_ARRAY(work, int32_t, count * columns);
    int32_t *tops = ARENA_ARRAY(work, int32_t, columns);
    int32_t *narrow_slack = ARENA_ARRAY(work, int32_t, columns);
    int32_t *lowered = ARENA_ARRAY(work, int32_t, columns);
    for (uint32_t c = 0; c < columns; c++) {
        bool is_offset = narrow_column(points + 1 + c, count, width, narrow + c, columns, &tops[c]);
        if (slack && is_offset)
            narrow_slack[c] = slack[c + 1] > INT32_MAX ? INT32_MAX : (int32_t)slack[c + 1];
    }
    uint32_t *leaf_of = ARENA_ARRAY(work, uint32_t, count);
    order_rows(narrow, count, columns, tops, leaf_of, work);
    struct tree tree;
    tree_make(&tree, count, columns, work);
    for (size_t i = 0; i < count; i++) {
        const int32_t *row = narrow + i * columns;
        const int32_t *asked = row;
        if (slack) {
            lower(row, narrow_slack, columns, lowered);
            asked = lowered;
        }
        keep[i] = !is_beaten(&tree, tree.levels - 1, 0, asked);
        if (keep[i])
            switch_on(&tree, leaf_of[i], row);
    }
    arena_close(work);
}
