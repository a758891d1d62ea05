// SPDX-License-Identifier: Apache-2.0
#include "merge/one_reading.h"

#include "base/list.h"
#include "merge/point_text.h"

struct reading_maker {
    const struct sheet *sheet;
    struct sheet_reading reading;
    struct arena *arena;
    struct list points;   // struct point
    struct list segments; // struct segment
};

static void add_point(struct reading_maker *maker, const struct point *point, struct str text,
                      bool is_first)
{
    struct point own = *point;
    own.first_segment = (uint32_t)maker->segments.count;
    own.segment_count = 1;
    if (!is_first) {
        own.label = STR("");
        own.label_is_computed = false;
        own.kind = PARAGRAPH_TEXT;
        own.level = 0;
    }
    *LIST_ADD(&maker->segments, struct segment) = (struct segment){.text = text, .slot = NO_INDEX};
    *LIST_ADD(&maker->points, struct point) = own;
}

// Whether a wording of the point ends paragraphs inside it; agreed text breaks lines at most.
static bool has_paragraphs(const struct reading_maker *maker, const struct point *point)
{
    for (uint32_t i = 0; i < point->segment_count; i++) {
        const struct segment *segment = point_segment(maker->sheet, point, i);
        if (segment->slot != NO_INDEX &&
            str_contains(segment_text(maker->sheet, segment, maker->reading), STR("\n")))
            return true;
    }
    return false;
}

static void make_point(struct reading_maker *maker, const struct point *point)
{
    struct builder text = builder_make(maker->arena);
    if (!point_exists(maker->sheet, point, maker->reading))
        return;
    if (!has_paragraphs(maker, point)) {
        point_text(maker->sheet, point, maker->reading, &text);
        add_point(maker, point, builder_str(&text), true);
        return;
    }
    point_lines(maker->sheet, point, maker->reading, &text);
    struct str rest = builder_str(&text);
    struct str line;
    for (bool is_first = true; str_cut(&rest, '\n', &line); is_first = false)
        add_point(maker, point, line, is_first);
}

void sheet_of_reading(const struct sheet *sheet, struct sheet_reading reading, struct arena *arena,
                      struct sheet *one)
{
    struct reading_maker maker = {.sheet = sheet,
                                  .reading = reading,
                                  .arena = arena,
                                  .points = LIST_MAKE(arena, struct point),
                                  .segments = LIST_MAKE(arena, struct segment)};
    for (uint32_t i = 0; i < sheet->point_count; i++)
        make_point(&maker, &sheet->points[i]);
    *one = (struct sheet){.title = sheet->title,
                          .form = sheet->form,
                          .points = LIST_ITEMS(&maker.points, struct point),
                          .point_count = (uint32_t)maker.points.count,
                          .segments = LIST_ITEMS(&maker.segments, struct segment),
                          .segment_count = (uint32_t)maker.segments.count};
}
