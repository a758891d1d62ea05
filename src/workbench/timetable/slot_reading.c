// SPDX-License-Identifier: Apache-2.0
#include "workbench/timetable/slot_reading.h"

#include "base/builder.h"
#include "base/list.h"

// A point with more combinations than this is read in part.
#define COMBINATIONS_MAX 64

uint32_t slot_wording_of(const struct sheet_slot *slot, struct party party)
{
    uint32_t of_base = 0;
    for (uint32_t w = 0; w < slot->wording_count; w++) {
        const struct wording *wording = &slot->wordings[w];
        for (uint32_t i = 0; i < wording->party_count; i++)
            if (wording->parties[i].number == party.number)
                return w;
        if (wording->is_base)
            of_base = w;
    }
    return of_base;
}

static bool is_open(const struct sheet *sheet, const struct sheet_slot *slot)
{
    return slot->kind == SLOT_WORDING && !sheet_slot_agreed(sheet, slot);
}

// The combinations of one point while they are gathered.
struct gathering {
    const struct sheet *sheet;
    const uint32_t *slots;
    uint32_t slot_count;
    struct list wordings; // uint32_t, slot_count a combination
    uint32_t count;
};

static void add_combination(struct gathering *g, const uint32_t *wordings)
{
    for (uint32_t c = 0; c < g->count; c++) {
        uint32_t same = 0;
        while (same < g->slot_count &&
               *LIST_AT(&g->wordings, uint32_t, c * g->slot_count + same) == wordings[same])
            same++;
        if (same == g->slot_count)
            return;
    }
    for (uint32_t s = 0; s < g->slot_count; s++)
        *LIST_ADD(&g->wordings, uint32_t) = wordings[s];
    g->count++;
}

static uint32_t wording_count(const struct gathering *g, uint32_t s)
{
    return g->sheet->slots[g->slots[s]].wording_count;
}

static bool are_few(const struct gathering *g)
{
    uint32_t product = 1;
    for (uint32_t s = 0; s < g->slot_count && product <= COMBINATIONS_MAX; s++)
        product = wording_count(g, s) > COMBINATIONS_MAX ? COMBINATIONS_MAX + 1
                                                         : product * wording_count(g, s);
    return product <= COMBINATIONS_MAX;
}

// Counts through all combinations like the digits of a number, the base's first.
static void add_all(struct gathering *g, uint32_t *wordings)
{
    for (;;) {
        add_combination(g, wordings);
        uint32_t s = 0;
        while (s < g->slot_count && ++wordings[s] == wording_count(g, s))
            wordings[s++] = 0;
        if (s == g->slot_count)
            return;
    }
}

// The base, all that differ from it in one slot, and what each party holds.
static void add_some(struct gathering *g, uint32_t *wordings)
{
    add_combination(g, wordings);
    for (uint32_t s = 0; s < g->slot_count; s++) {
        for (uint32_t w = 1; w < wording_count(g, s); w++) {
            wordings[s] = w;
            add_combination(g, wordings);
        }
        wordings[s] = 0;
    }
    for (uint32_t p = 0; p < g->sheet->party_count; p++) {
        for (uint32_t s = 0; s < g->slot_count; s++)
            wordings[s] = slot_wording_of(&g->sheet->slots[g->slots[s]], (struct party){p});
        add_combination(g, wordings);
    }
}

static struct slot_point gather(const struct sheet *sheet, const struct point *point,
                                struct arena *arena)
{
    uint32_t *slots = ARENA_ARRAY(arena, uint32_t, point->segment_count);
    struct gathering g = {.sheet = sheet, .slots = slots, .wordings = LIST_MAKE(arena, uint32_t)};
    for (uint32_t i = 0; i < point->segment_count; i++) {
        uint32_t slot = sheet->segments[point->first_segment + i].slot;
        if (slot != NO_INDEX && is_open(sheet, &sheet->slots[slot]))
            slots[g.slot_count++] = slot;
    }
    uint32_t *wordings = ARENA_ARRAY(arena, uint32_t, g.slot_count);
    bool is_partial = !are_few(&g);
    if (is_partial)
        add_some(&g, wordings);
    else
        add_all(&g, wordings);
    return (struct slot_point){slots, g.slot_count, LIST_ITEMS(&g.wordings, uint32_t), g.count,
                               is_partial};
}

void slot_points_make(const struct sheet *sheet, struct arena *arena, struct slot_points *points)
{
    struct slot_point *items = ARENA_ARRAY(arena, struct slot_point, sheet->point_count);
    *points = (struct slot_points){items, 1};
    for (uint32_t p = 0; p < sheet->point_count; p++) {
        items[p] = gather(sheet, &sheet->points[p], arena);
        if (items[p].combination_count > points->most)
            points->most = items[p].combination_count;
    }
}

// The wording of a slot in one combination of its point; settled slots have one wording only.
static const struct wording *wording_in(const struct sheet *sheet, const struct slot_point *point,
                                        uint32_t combination, uint32_t slot)
{
    const struct sheet_slot *it = &sheet->slots[slot];
    for (uint32_t s = 0; s < point->slot_count; s++)
        if (point->slots[s] == slot)
            return &it->wordings[point->wordings[combination * point->slot_count + s]];
    const struct wording *agreed = sheet_slot_agreed(sheet, it);
    return agreed ? agreed : &it->wordings[0];
}

static bool is_only_marks(struct str text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] != '\n')
            return false;
    return true;
}

static void add_point(const struct sheet *sheet, const struct slot_points *points, uint32_t number,
                      uint32_t round, struct builder *out)
{
    const struct point *point = &sheet->points[number];
    const struct slot_point *open = &points->items[number];
    uint32_t combination = round < open->combination_count ? round : 0;
    bool ends_line = true;
    for (uint32_t i = 0; i < point->segment_count; i++) {
        const struct segment *segment = &sheet->segments[point->first_segment + i];
        if (segment->slot == NO_INDEX) {
            builder_add(out, segment->text);
            continue;
        }
        struct str text = wording_in(sheet, open, combination, segment->slot)->text;
        builder_add(out, text);
        // An empty wording of whole paragraphs says that there is no paragraph.
        if (sheet->slots[segment->slot].whole && point->segment_count == 1)
            ends_line = !is_only_marks(text);
    }
    if (ends_line)
        builder_add_byte(out, '\n');
}

void slot_reading_make(const struct sheet *sheet, const struct slot_points *points,
                       const struct str *names, uint32_t round, struct arena *arena,
                       struct slot_reading *reading)
{
    struct builder out = builder_make(arena);
    struct list lines = LIST_MAKE(arena, size_t);
    struct limits_clause *clauses = ARENA_ARRAY(arena, struct limits_clause, sheet->point_count);
    for (uint32_t p = 0; p < sheet->point_count; p++) {
        size_t at = builder_str(&out).length;
        clauses[p] = (struct limits_clause){at, names[p]};
        add_point(sheet, points, p, round, &out);
        struct str all = builder_str(&out);
        for (; at < all.length; at++)
            if (all.bytes[at] == '\n')
                *LIST_ADD(&lines, size_t) = p;
    }
    *reading = (struct slot_reading){
        .text = {.name = sheet->title,
                 .text = builder_str(&out),
                 .has_paragraph_lines = true,
                 .clauses = clauses,
                 .clause_count = sheet->point_count},
        .point_of_line = LIST_ITEMS(&lines, size_t),
        .line_count = lines.count,
    };
}
