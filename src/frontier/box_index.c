// SPDX-License-Identifier: Apache-2.0
//
// A tree with up to 16 members a group, points at the bottom, groups above:
//
//   level 2                 [ corners ]
//   level 1     [ corners ] … [ corners ]
//   level 0   [ points ] … [ points ] …
//
// A group stands column by column, 16 numbers of 16 bits each, so that 16 comparisons are two vector
// instructions. A corner is the best of its group in each column. A point goes where it lifts the
// corners least; a full group is split across its longest side. Columns of more than 16 bits are
// shifted down; what seems to be above is then compared once more in full.
//
// Of two ways to keep near points together, this one visits half as many groups as an order by
// Morton code does (measured on fronts of four parties).
#include "frontier/box_index.h"

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
#define LIFT_WEIGHS 4 // lifting a corner weighs 2^4 times as much as standing below it

typedef int16_t lanes __attribute__((vector_size(16)));
typedef uint16_t distances __attribute__((vector_size(16)));
typedef uint64_t halves __attribute__((vector_size(16)));

struct box_group {
    uint32_t count;
    uint32_t unused[3];      // keeps the lanes aligned
    uint32_t members[GROUP]; // groups of the level below, or numbers of points
    lanes corners[];         // two a column
};

struct box_index {
    const struct packing *packing;
    uint32_t columns;
    unsigned down[COLUMNS_MAX]; // bits that a column is shifted down
    unsigned up[COLUMNS_MAX];   // and up in distances, so that all columns weigh alike
    unsigned room;              // bits that the sum of distances needs
    bool is_coarse;             // some column is shifted down
    struct table groups;
    struct table points; // rows, where is_coarse
    uint32_t root;
    uint32_t depth;  // levels
    uint32_t last;   // the leaf that held a point above the last beaten row: often so again
    uint64_t visits; // of groups
};

struct box_index *box_index_make(const struct packing *packing, struct arena *arena)
{
    assert(packing->width >= 2);
    struct box_index *boxes = ARENA_NEW(arena, struct box_index);
    boxes->packing = packing;
    boxes->columns = packing->width - 1;
    boxes->room = LIFT_WEIGHS;
    while (boxes->columns >> (boxes->room - LIFT_WEIGHS) > 0)
        boxes->room++;
    for (uint32_t c = 0; c < boxes->columns; c++) {
        uint64_t largest = packing->largest[c + 1];
        while (largest >> boxes->down[c] > FIELD_MAX)
            boxes->down[c]++;
        boxes->up[c] = (unsigned)__builtin_clz((unsigned)(largest >> boxes->down[c]) | 1) - 16;
        boxes->is_coarse = boxes->is_coarse || boxes->down[c] > 0;
    }
    boxes->groups =
        table_make(sizeof(struct box_group) + 2 * (size_t)boxes->columns * sizeof(lanes));
    boxes->points = table_make(packing->words * sizeof(uint64_t));
    box_index_clear(boxes);
    return boxes;
}

void box_index_free(struct box_index *boxes)
{
    if (!boxes)
        return;
    table_free(&boxes->groups);
    table_free(&boxes->points);
}

size_t box_index_bytes(const struct box_index *boxes)
{
    return arena_bytes(boxes->groups.arena) + arena_bytes(boxes->points.arena);
}

uint64_t box_index_visits(const struct box_index *boxes)
{
    return boxes->visits;
}

static struct box_group *group_at(const struct box_index *boxes, uint32_t number)
{
    return table_at(&boxes->groups, number);
}

static uint32_t group_add(struct box_index *boxes)
{
    uint32_t number = (uint32_t)boxes->groups.count;
    struct box_group *group = table_add(&boxes->groups);
    group->count = 0;
    for (uint32_t c = 0; c < 2 * boxes->columns; c++)
        group->corners[c] = (lanes){BOTTOM, BOTTOM, BOTTOM, BOTTOM, BOTTOM, BOTTOM, BOTTOM, BOTTOM};
    return number;
}

void box_index_clear(struct box_index *boxes)
{
    boxes->groups.count = 0;
    boxes->points.count = 0;
    boxes->depth = 1;
    boxes->root = group_add(boxes);
    boxes->last = boxes->root;
}

static void narrow(const struct box_index *boxes, const uint64_t *row, int16_t *numbers)
{
    for (uint32_t c = 0; c < boxes->columns; c++) {
        uint64_t field = packing_field(boxes->packing, row, c + 1) >> boxes->down[c];
        numbers[c] = (int16_t)((int32_t)field + LOWEST);
    }
}

static inline lanes spread(int16_t number)
{
    return (lanes){number, number, number, number, number, number, number, number};
}

// Which of the 16 members of a group are at least as good as the row in every column: a bit each.
// A third of the whole running time is here.
static inline unsigned members_above(const struct box_group *group, const int16_t *row,
                                     uint32_t columns)
{
    static const lanes first_bits = {1 << 0, 1 << 1, 1 << 2, 1 << 3,
                                     1 << 4, 1 << 5, 1 << 6, 1 << 7};
    static const lanes second_bits = {1 << 8,  1 << 9,  1 << 10, 1 << 11,
                                      1 << 12, 1 << 13, 1 << 14, INT16_MIN};
    lanes first_below = {0};
    lanes second_below = {0};
    const lanes *corners = group->corners;
    for (uint32_t c = 0; c < columns; c++, corners += 2) {
        lanes wanted = spread(row[c]);
        first_below |= wanted > corners[0];
        second_below |= wanted > corners[1];
    }
    halves bits = (halves)((first_below & first_bits) | (second_below & second_bits));
    uint64_t folded = bits[0] | bits[1];
    folded |= folded >> 32;
    folded |= folded >> 16;
    return (unsigned)~folded & 0xffff;
}

struct asked {
    struct box_index *boxes;
    const uint64_t *row;
    int16_t numbers[COLUMNS_MAX];
};

static bool some_point_is_above(const struct asked *asked, const struct box_group *group,
                                unsigned bits)
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

static bool leaf_holds_above(const struct asked *asked, uint32_t number)
{
    asked->boxes->visits++;
    const struct box_group *leaf = group_at(asked->boxes, number);
    unsigned bits = members_above(leaf, asked->numbers, asked->boxes->columns);
    if (bits == 0 || (asked->boxes->is_coarse && !some_point_is_above(asked, leaf, bits)))
        return false;
    asked->boxes->last = number;
    return true;
}

// Later members are tried first: they came last, and rows that come one after another are alike.
static bool holds_above(const struct asked *asked, uint32_t level, uint32_t number)
{
    if (level == 0)
        return leaf_holds_above(asked, number);
    asked->boxes->visits++;
    const struct box_group *group = group_at(asked->boxes, number);
    unsigned bits = members_above(group, asked->numbers, asked->boxes->columns);
    while (bits != 0) {
        unsigned at = 31 - (unsigned)__builtin_clz(bits);
        if (holds_above(asked, level - 1, group->members[at]))
            return true;
        bits &= ~(1u << at);
    }
    return false;
}

bool box_index_hold_above(struct box_index *boxes, const uint64_t *row)
{
    struct asked asked = {.boxes = boxes, .row = row};
    narrow(boxes, row, asked.numbers);
    return leaf_holds_above(&asked, boxes->last) ||
           holds_above(&asked, boxes->depth - 1, boxes->root);
}

static int16_t *column_of(struct box_group *group, uint32_t column)
{
    return (int16_t *)(group->corners + 2 * (size_t)column);
}

static void put(struct box_group *group, uint32_t columns, uint32_t at, const int16_t *numbers)
{
    for (uint32_t c = 0; c < columns; c++)
        column_of(group, c)[at] = numbers[c];
}

static void lift(struct box_group *group, uint32_t columns, uint32_t at, const int16_t *numbers)
{
    for (uint32_t c = 0; c < columns; c++)
        if (numbers[c] > column_of(group, c)[at])
            column_of(group, c)[at] = numbers[c];
}

// The corner of a whole group.
static void best_of(struct box_group *group, uint32_t columns, int16_t *numbers)
{
    for (uint32_t c = 0; c < columns; c++) {
        numbers[c] = BOTTOM;
        for (uint32_t i = 0; i < group->count; i++)
            if (column_of(group, c)[i] > numbers[c])
                numbers[c] = column_of(group, c)[i];
    }
}

static void append(struct box_group *group, uint32_t columns, uint32_t member,
                   const int16_t *numbers)
{
    uint32_t at = group->count++;
    group->members[at] = member;
    put(group, columns, at, numbers);
}

// The column in which the members of a full group lie farthest apart.
static uint32_t longest_side(const struct box_index *boxes, struct box_group *full)
{
    uint32_t longest = 0;
    int32_t length = -1;
    for (uint32_t c = 0; c < boxes->columns; c++) {
        const int16_t *column = column_of(full, c);
        int16_t low = column[0];
        int16_t high = column[0];
        for (uint32_t i = 1; i < GROUP; i++) {
            low = column[i] < low ? column[i] : low;
            high = column[i] > high ? column[i] : high;
        }
        int32_t side = (high - low) << boxes->up[c];
        if (side > length) {
            length = side;
            longest = c;
        }
    }
    return longest;
}

// Moves the upper half of a full group, by its longest side, into a new one; gives its number.
static uint32_t split(struct box_index *boxes, struct box_group *full)
{
    const int16_t *side = column_of(full, longest_side(boxes, full));
    uint32_t order[GROUP] = {0};
    for (uint32_t i = 0; i < GROUP; i++) {
        uint32_t at = i;
        for (; at > 0 && side[order[at - 1]] > side[i]; at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    uint32_t number = group_add(boxes);
    struct box_group *lower = group_at(boxes, group_add(boxes)); // given back below
    int16_t numbers[COLUMNS_MAX] = {0};
    for (uint32_t i = 0; i < GROUP; i++) {
        for (uint32_t c = 0; c < boxes->columns; c++)
            numbers[c] = column_of(full, c)[order[i]];
        append(i < HALF ? lower : group_at(boxes, number), boxes->columns, full->members[order[i]],
               numbers);
    }
    memcpy(full, lower, boxes->groups.record_bytes);
    boxes->groups.count--;
    return number;
}

// The member whose corner the point lifts least; of those the one whose corner is nearest.
static uint32_t nearest(const struct box_index *boxes, const struct box_group *group,
                        const int16_t *numbers)
{
    distances far[2] = {{0}, {0}};
    for (uint32_t c = 0; c < boxes->columns; c++)
        for (uint32_t half = 0; half < 2; half++) {
            lanes corner = group->corners[2 * c + half];
            lanes point = spread(numbers[c]);
            distances lifts = (distances)(point > corner);
            distances apart = (distances)corner - (distances)point;
            apart = (apart ^ lifts) - lifts; // the size of the difference
            apart = apart << boxes->up[c] >> boxes->room;
            far[half] += (apart & ~lifts) + ((apart & lifts) << LIFT_WEIGHS);
        }
    uint32_t best = 0;
    for (uint32_t i = 1; i < group->count; i++)
        if (far[i / HALF][i % HALF] < far[best / HALF][best % HALF])
            best = i;
    return best;
}

// Puts a new root above the old one.
static void grow(struct box_index *boxes)
{
    int16_t numbers[COLUMNS_MAX] = {0};
    best_of(group_at(boxes, boxes->root), boxes->columns, numbers);
    uint32_t number = group_add(boxes);
    append(group_at(boxes, number), boxes->columns, boxes->root, numbers);
    boxes->root = number;
    boxes->depth++;
    assert(boxes->depth <= DEPTH_MAX);
}

// Splits member `at` of a group that has room; its corner and its new neighbour's are made anew.
static void split_member(struct box_index *boxes, struct box_group *above, uint32_t at)
{
    int16_t numbers[COLUMNS_MAX] = {0};
    struct box_group *full = group_at(boxes, above->members[at]);
    uint32_t number = split(boxes, full);
    best_of(full, boxes->columns, numbers);
    put(above, boxes->columns, at, numbers);
    best_of(group_at(boxes, number), boxes->columns, numbers);
    append(above, boxes->columns, number, numbers);
}

// Full groups are split on the way down, so that there is always room above.
void box_index_add(struct box_index *boxes, const uint64_t *row)
{
    int16_t numbers[COLUMNS_MAX] = {0};
    narrow(boxes, row, numbers);
    if (group_at(boxes, boxes->root)->count == GROUP)
        grow(boxes);
    struct box_group *group = group_at(boxes, boxes->root);
    for (uint32_t level = boxes->depth - 1; level > 0; level--) {
        uint32_t at = nearest(boxes, group, numbers);
        if (group_at(boxes, group->members[at])->count == GROUP) {
            split_member(boxes, group, at);
            // One of the two halves; a third member could be full itself.
            if (nearest(boxes, group, numbers) == group->count - 1)
                at = group->count - 1;
        }
        lift(group, boxes->columns, at, numbers);
        group = group_at(boxes, group->members[at]);
    }
    append(group, boxes->columns, (uint32_t)boxes->points.count, numbers);
    if (boxes->is_coarse)
        memcpy(table_add(&boxes->points), row, boxes->packing->words * sizeof *row);
}
