// SPDX-License-Identifier: Apache-2.0
#include "merge/table_points.h"

#include "base/builder.h"
#include "base/names.h"
#include "merge/sheet_counts.h"

enum level_part { OF_TABLE, OF_ROW, OF_CELL };

// The cell's name up to the table, row or column of a depth; empty when it does not go that deep.
static struct str name_up_to(struct str cell, uint32_t depth, enum level_part part)
{
    size_t at = 0;
    uint32_t wanted = depth * 3 + (uint32_t)part;
    for (uint32_t i = 0; at < cell.length; i++) {
        size_t end = at + str_find(str_skip(cell, at), STR(", "));
        if (i == wanted)
            return str_slice(cell, 0, end);
        at = end + 2;
    }
    return STR("");
}

// How many names, "table 1" and "row 2" and so on, a cell's name has.
static uint32_t name_count(struct str cell)
{
    uint32_t count = 0;
    for (size_t at = 0; at < cell.length; count++)
        at += str_find(str_skip(cell, at), STR(", ")) + 2;
    return count;
}

const struct sheet_slot *point_unit(const struct sheet *sheet, const struct point *point,
                                    uint32_t depth)
{
    const struct sheet_slot *slot =
        point->segment_count == 1 ? segment_slot(sheet, point_segment(sheet, point, 0)) : NULL;
    if (slot == NULL || slot->unit == UNIT_WORDS)
        return NULL;
    uint32_t names = name_count(point->cell);
    return names == depth * 3 + (slot->unit == UNIT_ROWS ? 2 : 3) ? slot : NULL;
}

static bool share(const struct point *a, const struct point *b, uint32_t depth,
                  enum level_part part)
{
    struct str name = name_up_to(a->cell, depth, part);
    return name.length > 0 && str_equal(name, name_up_to(b->cell, depth, part)) &&
           str_equal(a->story, b->story);
}

uint32_t table_points(const struct sheet *sheet, uint32_t first, uint32_t end, uint32_t depth)
{
    const struct point *points = sheet->points;
    uint32_t at = first;
    while (at < end && share(&points[first], &points[at], depth, OF_TABLE))
        at++;
    return at - first;
}

static bool is_unit(const struct sheet *sheet, uint32_t point, uint32_t depth, enum slot_unit unit)
{
    const struct sheet_slot *slot = point_unit(sheet, &sheet->points[point], depth);
    return slot != NULL && slot->unit == unit;
}

uint32_t row_points(const struct sheet *sheet, uint32_t first, uint32_t end, uint32_t depth)
{
    const struct point *points = sheet->points;
    uint32_t at = first + 1;
    if (is_unit(sheet, first, depth, UNIT_ROWS))
        return 1;
    while (at < end && share(&points[first], &points[at], depth, OF_ROW) &&
           !is_unit(sheet, at, depth, UNIT_ROWS))
        at++;
    return at - first;
}

uint32_t cell_points(const struct sheet *sheet, uint32_t first, uint32_t end, uint32_t depth)
{
    const struct point *points = sheet->points;
    uint32_t at = first + 1;
    if (is_unit(sheet, first, depth, UNIT_CELLS))
        return 1;
    while (at < end && share(&points[first], &points[at], depth, OF_CELL) &&
           !is_unit(sheet, at, depth, UNIT_CELLS))
        at++;
    return at - first;
}

uint32_t wording_unit_count(const struct wording *wording)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < wording->part_count; i = wording->parts[i].end)
        count++;
    return count;
}

// What slots of one column have in common: table, place in the row, how many cells who has.
static struct str column_key(const struct point *point, const struct sheet_slot *slot,
                             struct arena *arena)
{
    struct builder key = builder_make(arena);
    size_t row = 0;
    struct str cell = point->cell;
    for (size_t at = str_find(cell, STR(", row ")); at < cell.length;
         at = row + 1 + str_find(str_skip(cell, row + 1), STR(", row ")))
        row = at;
    size_t behind = row + 2 + str_find(str_skip(cell, row + 2), STR(", "));
    builder_print(&key, "%.*s|%.*s|%.*s", STR_ARGS(point->story), STR_ARGS(str_slice(cell, 0, row)),
                  STR_ARGS(str_skip(cell, behind)));
    for (uint32_t i = 0; i < slot->wording_count; i++) {
        const struct wording *wording = &slot->wordings[i];
        builder_print(&key, "|%u:", wording_unit_count(wording));
        for (uint32_t k = 0; k < wording->party_count; k++)
            builder_print(&key, "%u,", wording->parties[k].number);
    }
    return builder_str(&key);
}

void column_units_find(const struct point *points, struct sheet_slot *slots, uint32_t slot_count,
                       struct arena *arena)
{
    struct names *keys = names_make(arena);
    uint32_t *key_of = ARENA_ARRAY(arena, uint32_t, slot_count + 1);
    uint32_t *rows = ARENA_ARRAY(arena, uint32_t, slot_count + 1); // per key
    for (uint32_t i = 0; i < slot_count; i++) {
        if (slots[i].unit != UNIT_CELLS)
            continue;
        key_of[i] = names_add(keys, column_key(&points[slots[i].point], &slots[i], arena));
        rows[key_of[i]]++;
    }
    uint32_t *column = ARENA_ARRAY(arena, uint32_t, slot_count + 1); // per key
    uint32_t count = 0;
    for (uint32_t i = 0; i < slot_count; i++) {
        if (slots[i].unit != UNIT_CELLS || rows[key_of[i]] < 2)
            continue;
        if (column[key_of[i]] == 0)
            column[key_of[i]] = ++count;
        slots[i].column = column[key_of[i]];
    }
}
