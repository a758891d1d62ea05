// SPDX-License-Identifier: Apache-2.0
//
// A tree with up to 16 members a group, points at the bottom, groups above, kept balanced as a B-tree
// is: by Morton code (the bits of all columns woven into one number, highest first), so that points
// that are near each other mostly stand together:
//
//   level 2                 [ corners ]
//   level 1     [ corners ] … [ corners ]
//   level 0   [ points ] … [ points ] …
//
// A group stands column by column, 16 numbers of 16 bits each, so that 16 comparisons are two vector
// instructions. A corner is the best of its group in each column. Columns of more than 16 bits are
// shifted down; what seems to be above is then compared once more in full.
#include "frontier/boxes.h"

#include "frontier/table.h"

#include <assert.h>
#include <string.h>

#define GROUP 16u
#define HALF (GROUP / 2)
#define DEPTH_MAX 12 // at least half full groups: 8^12 points
#define COLUMNS_MAX (SCENARIO_PARTIES_MAX - 1)
#define BOTTOM INT16_MIN // below every point
#define LOWEST (INT16_MIN + 1)
#define FIELD_MAX ((uint64_t)UINT16_MAX - 1)

typedef int16_t lanes __attribute__((vector_size(16)));
typedef uint64_t halves __attribute__((vector_size(16)));

struct group {
    uint32_t count;
    uint32_t unused[3]; // keeps the lanes aligned
    uint32_t codes[GROUP];
    uint32_t members[GROUP]; // groups of the level below, or numbers of points
    lanes corners[];         // two a column
};

struct boxes {
    const struct packing *packing;
    uint32_t columns;
    unsigned down[COLUMNS_MAX]; // bits that a column is shifted down
    unsigned up[COLUMNS_MAX];   // and up for its code, so that all columns weigh alike
    bool is_coarse;             // some column is shifted down
    struct table groups;
    struct table points; // rows, where is_coarse
    uint32_t root;
    uint32_t depth; // levels
    uint64_t woven[256];
    unsigned woven_bits; // of a column that take part in the code: 8 or 16
    uint32_t woven_columns;
};

struct boxes *boxes_make(const struct packing *packing, struct arena *arena)
{
    assert(packing->width >= 2);
    struct boxes *boxes = ARENA_NEW(arena, struct boxes);
    boxes->packing = packing;
    boxes->columns = packing->width - 1;
    for (uint32_t c = 0; c < boxes->columns; c++) {
        uint64_t largest = packing->largest[c + 1];
        while (largest >> boxes->down[c] > FIELD_MAX)
            boxes->down[c]++;
        boxes->up[c] = (unsigned)__builtin_clz((unsigned)(largest >> boxes->down[c]) | 1) - 16;
        boxes->is_coarse = boxes->is_coarse || boxes->down[c] > 0;
    }
    boxes->woven_columns = boxes->columns < 8 ? boxes->columns : 8;
    boxes->woven_bits = boxes->columns <= 4 ? 16 : 8;
    for (unsigned byte = 0; byte < 256; byte++)
        for (unsigned bit = 0; bit < 8; bit++)
            boxes->woven[byte] |= (uint64_t)(byte >> bit & 1) << bit * boxes->woven_columns;
    boxes->groups = table_make(sizeof(struct group) + 2 * (size_t)boxes->columns * sizeof(lanes));
    boxes->points = table_make(packing->words * sizeof(uint64_t));
    boxes_clear(boxes);
    return boxes;
}

void boxes_free(struct boxes *boxes)
{
    if (!boxes)
        return;
    table_free(&boxes->groups);
    table_free(&boxes->points);
}

size_t boxes_bytes(const struct boxes *boxes)
{
    return arena_bytes(boxes->groups.arena) + arena_bytes(boxes->points.arena);
}

static struct group *group_at(const struct boxes *boxes, uint32_t number)
{
    return table_at(&boxes->groups, number);
}

static void empty(const struct boxes *boxes, struct group *group)
{
    group->count = 0;
    for (uint32_t c = 0; c < 2 * boxes->columns; c++)
        group->corners[c] = (lanes){BOTTOM, BOTTOM, BOTTOM, BOTTOM, BOTTOM, BOTTOM, BOTTOM, BOTTOM};
}

static uint32_t group_add(struct boxes *boxes)
{
    uint32_t number = (uint32_t)boxes->groups.count;
    empty(boxes, table_add(&boxes->groups));
    return number;
}

void boxes_clear(struct boxes *boxes)
{
    boxes->groups.count = 0;
    boxes->points.count = 0;
    boxes->depth = 1;
    boxes->root = group_add(boxes);
}

static void narrow(const struct boxes *boxes, const uint64_t *row, int16_t *numbers)
{
    for (uint32_t c = 0; c < boxes->columns; c++) {
        uint64_t field = packing_field(boxes->packing, row, c + 1) >> boxes->down[c];
        numbers[c] = (int16_t)((int32_t)field + LOWEST);
    }
}

// The highest 32 bits of the Morton code.
static uint32_t code_of(const struct boxes *boxes, const int16_t *numbers)
{
    uint64_t high = 0;
    uint64_t low = 0;
    for (uint32_t c = 0; c < boxes->woven_columns; c++) {
        unsigned number = (unsigned)(numbers[c] - LOWEST) << boxes->up[c];
        high = high << 1 | boxes->woven[number >> 8 & 255];
        low = low << 1 | boxes->woven[number & 255];
    }
    uint32_t columns = boxes->woven_columns;
    if (boxes->woven_bits == 8)
        return (uint32_t)(high >> (8 * columns > 32 ? 8 * columns - 32 : 0));
    return (uint32_t)((high << 8 * columns | low) >> (columns > 2 ? 16 * columns - 32 : 0));
}

// Which of the 16 members of a group are at least as good as the row in every column: a bit each.
// Half of the whole running time is here.
static inline unsigned members_above(const struct group *group, const int16_t *row,
                                     uint32_t columns)
{
    lanes below_first = {0};
    lanes below_second = {0};
    const lanes *corners = group->corners;
    for (uint32_t c = 0; c < columns; c++, corners += 2) {
        lanes wanted = {row[c], row[c], row[c], row[c], row[c], row[c], row[c], row[c]};
        below_first |= wanted > corners[0];
        below_second |= wanted > corners[1];
    }
    lanes bits =
        (below_first & (lanes){1 << 0, 1 << 1, 1 << 2, 1 << 3, 1 << 4, 1 << 5, 1 << 6, 1 << 7}) |
        (below_second & (lanes){1 << 8, 1 << 9, 1 << 10, 1 << 11, 1 << 12, 1 << 13, 1 << 14,
                                (int16_t)(-32767 - 1)});
    halves both = (halves)bits;
    uint64_t folded = both[0] | both[1];
    folded |= folded >> 32;
    folded |= folded >> 16;
    return (unsigned)~folded & 0xffff;
}

struct asked {
    const struct boxes *boxes;
    const uint64_t *row;
    int16_t numbers[COLUMNS_MAX];
};

static bool some_point_is_above(const struct asked *asked, const struct group *group, unsigned bits)
{
    const struct packing *packing = asked->boxes->packing;
    for (; bits != 0; bits &= bits - 1) {
        const uint64_t *point =
            table_at(&asked->boxes->points, group->members[__builtin_ctz(bits)]);
        bool is_above = true;
        for (uint32_t c = 1; c < packing->width && is_above; c++)
            is_above = packing_field(packing, point, c) >= packing_field(packing, asked->row, c);
        if (is_above)
            return true;
    }
    return false;
}

static bool holds_above(const struct asked *asked, uint32_t level, uint32_t number)
{
    const struct boxes *boxes = asked->boxes;
    const struct group *group = group_at(boxes, number);
    unsigned bits = members_above(group, asked->numbers, boxes->columns);
    if (level == 0)
        return bits != 0 && (!boxes->is_coarse || some_point_is_above(asked, group, bits));
    for (; bits != 0; bits &= bits - 1)
        if (holds_above(asked, level - 1, group->members[__builtin_ctz(bits)]))
            return true;
    return false;
}

bool boxes_hold_above(const struct boxes *boxes, const uint64_t *row)
{
    struct asked asked = {.boxes = boxes, .row = row};
    narrow(boxes, row, asked.numbers);
    return holds_above(&asked, boxes->depth - 1, boxes->root);
}

static int16_t *corner(struct group *group, uint32_t column)
{
    return (int16_t *)(group->corners + 2 * (size_t)column);
}

static void put(struct group *group, uint32_t columns, uint32_t at, const int16_t *numbers)
{
    for (uint32_t c = 0; c < columns; c++)
        corner(group, c)[at] = numbers[c];
}

static void lift(struct group *group, uint32_t columns, uint32_t at, const int16_t *numbers)
{
    for (uint32_t c = 0; c < columns; c++)
        if (numbers[c] > corner(group, c)[at])
            corner(group, c)[at] = numbers[c];
}

// The corner of a whole group.
static void best_of(struct group *group, uint32_t columns, int16_t *numbers)
{
    for (uint32_t c = 0; c < columns; c++) {
        numbers[c] = BOTTOM;
        for (uint32_t i = 0; i < group->count; i++)
            if (corner(group, c)[i] > numbers[c])
                numbers[c] = corner(group, c)[i];
    }
}

static void append(struct group *group, uint32_t columns, uint32_t code, uint32_t member,
                   const int16_t *numbers)
{
    uint32_t at = group->count++;
    group->codes[at] = code;
    group->members[at] = member;
    put(group, columns, at, numbers);
}

// Moves the upper half of a full group, by code, into a new one. Gives the new group's number.
static uint32_t split(struct boxes *boxes, struct group *full)
{
    uint32_t order[GROUP];
    for (uint32_t i = 0; i < GROUP; i++) {
        uint32_t at = i;
        for (; at > 0 && full->codes[order[at - 1]] > full->codes[i]; at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    uint32_t number = group_add(boxes);
    struct group *upper = group_at(boxes, number);
    struct group *lower = group_at(boxes, group_add(boxes)); // given back below
    int16_t numbers[COLUMNS_MAX];
    for (uint32_t i = 0; i < GROUP; i++) {
        uint32_t from = order[i];
        for (uint32_t c = 0; c < boxes->columns; c++)
            numbers[c] = corner(full, c)[from];
        append(i < HALF ? lower : upper, boxes->columns, full->codes[from], full->members[from],
               numbers);
    }
    memcpy(full, lower, boxes->groups.record_bytes);
    boxes->groups.count--;
    return number;
}

// The member whose part of the codes the code falls into.
static uint32_t member_for(const struct group *group, uint32_t code)
{
    uint32_t best = 0;
    bool found = false;
    uint32_t least = 0;
    for (uint32_t i = 0; i < group->count; i++) {
        if (group->codes[i] < group->codes[least])
            least = i;
        if (group->codes[i] <= code && (!found || group->codes[i] >= group->codes[best])) {
            best = i;
            found = true;
        }
    }
    return found ? best : least;
}

// Puts a new root above the old one.
static void grow(struct boxes *boxes)
{
    int16_t numbers[COLUMNS_MAX];
    struct group *old = group_at(boxes, boxes->root);
    best_of(old, boxes->columns, numbers);
    uint32_t number = group_add(boxes);
    append(group_at(boxes, number), boxes->columns, 0, boxes->root, numbers);
    boxes->root = number;
    boxes->depth++;
    assert(boxes->depth <= DEPTH_MAX);
}

// Splits member `at` of a group that has room; its corner and its new neighbour's are made anew.
static void split_member(struct boxes *boxes, struct group *above, uint32_t at)
{
    int16_t numbers[COLUMNS_MAX];
    struct group *full = group_at(boxes, above->members[at]);
    uint32_t number = split(boxes, full);
    best_of(full, boxes->columns, numbers);
    put(above, boxes->columns, at, numbers);
    struct group *upper = group_at(boxes, number);
    best_of(upper, boxes->columns, numbers);
    append(above, boxes->columns, upper->codes[0], number, numbers);
}

// Full groups are split on the way down, so that there is always room above.
void boxes_add(struct boxes *boxes, const uint64_t *row)
{
    int16_t numbers[COLUMNS_MAX];
    narrow(boxes, row, numbers);
    uint32_t code = code_of(boxes, numbers);
    if (group_at(boxes, boxes->root)->count == GROUP)
        grow(boxes);
    struct group *group = group_at(boxes, boxes->root);
    for (uint32_t level = boxes->depth - 1; level > 0; level--) {
        uint32_t at = member_for(group, code);
        if (group_at(boxes, group->members[at])->count == GROUP) {
            split_member(boxes, group, at);
            at = member_for(group, code);
        }
        lift(group, boxes->columns, at, numbers);
        group = group_at(boxes, group->members[at]);
    }
    append(group, boxes->columns, code, (uint32_t)boxes->points.count, numbers);
    if (boxes->is_coarse)
        memcpy(table_add(&boxes->points), row, boxes->packing->words * sizeof *row);
}
