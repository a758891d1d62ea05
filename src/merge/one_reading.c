// SPDX-License-Identifier: Apache-2.0
#include "merge/one_reading.h"

#include "base/list.h"
#include "merge/other_labels.h"
#include "merge/part_walk.h"
#include "merge/point_text.h"
#include "merge/table_points.h"

struct reading_maker {
    const struct sheet *sheet;
    struct sheet_reading reading;
    struct arena *arena;
    struct list points;   // struct point
    struct list segments; // struct segment
};

// Where what is read next stands: rows, cells and tables are counted anew in each reading.
struct reading_place {
    struct str cell;     // of what stands around
    uint32_t tables;     // counted so far in it
    uint32_t depth;      // of the tables in it
    struct str in_story; // whose tables are counted
};

static void add_point(struct reading_maker *maker, const struct point *point, struct str text,
                      struct str cell, uint32_t line)
{
    struct point own = *point;
    struct str label;
    bool is_computed = point_label(maker->sheet, point, maker->reading, line, &label);
    own.labels = NULL;
    own.label_count = 0;
    own.first_segment = (uint32_t)maker->segments.count;
    own.segment_count = 1;
    own.cell = cell;
    if (line > 0) {
        own.kind = is_computed ? PARAGRAPH_ITEM : PARAGRAPH_TEXT;
        own.level = is_computed ? 1 : 0;
    }
    if (line > 0 || is_computed || point->label_is_computed)
        own.label = label;
    own.label_is_computed = is_computed;
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

// A point for each of these paragraphs, one at least.
static void make_lines(struct reading_maker *maker, const struct point *point, struct str lines,
                       struct str cell, uint32_t *number)
{
    for (size_t at = 0; at <= lines.length;) {
        struct str rest = str_skip(lines, at);
        struct str line = str_slice(rest, 0, str_find_byte(rest, '\n'));
        add_point(maker, point, line, cell, (*number)++);
        at += line.length + 1;
    }
}

// The wording of a point that is one slot of whole paragraphs, rows or cells; NULL of others.
static const struct wording *whole_wording(const struct reading_maker *maker,
                                           const struct point *point)
{
    const struct sheet_slot *slot =
        point->segment_count == 1
            ? segment_slot(maker->sheet, point_segment(maker->sheet, point, 0))
            : NULL;
    return slot != NULL && slot->whole ? slot_reading(maker->sheet, slot, maker->reading) : NULL;
}

static struct str named(struct reading_maker *maker, struct str cell, const char *word,
                        uint32_t number)
{
    return arena_print(maker->arena, "%.*s%s%s %u", STR_ARGS(cell), cell.length > 0 ? ", " : "",
                       word, number);
}

static void make_part(struct reading_maker *maker, const struct point *point, struct part_walk walk,
                      struct reading_place *place, uint32_t *line);

// One row, cell or table of a wording. `rows` and `cells` count on.
static void make_block(struct reading_maker *maker, const struct point *point,
                       const struct wording *wording, uint32_t part, struct str cell,
                       uint32_t *line)
{
    struct reading_place inside = {.cell = cell};
    const struct wording_part *own = &wording->parts[part];
    if (own->kind == BLOCK_CELL) {
        make_part(maker, point, part_walk_of(wording, part), &inside, line);
        return;
    }
    uint32_t number = 0;
    for (uint32_t child = part + 1; child < own->end; child = wording->parts[child].end)
        make_block(maker, point, wording, child,
                   named(maker, cell, own->kind == BLOCK_TABLE ? "row" : "column", ++number), line);
}

static void make_part(struct reading_maker *maker, const struct point *point, struct part_walk walk,
                      struct reading_place *place, uint32_t *line)
{
    struct range bytes;
    uint32_t part;
    while (part_walk_next(&walk, &bytes, &part)) {
        if (part == NO_INDEX)
            make_lines(maker, point, str_slice(walk.wording->text, bytes.from, bytes.to),
                       place->cell, line);
        else
            make_block(maker, point, walk.wording, part,
                       named(maker, place->cell, "table", ++place->tables), line);
    }
}

// Whether the reading has tables in the midst of the point.
static bool has_tables(const struct reading_maker *maker, const struct point *point)
{
    for (uint32_t i = 0; i < point->segment_count; i++) {
        const struct sheet_slot *slot =
            segment_slot(maker->sheet, point_segment(maker->sheet, point, i));
        const struct wording *wording =
            slot != NULL ? slot_reading(maker->sheet, slot, maker->reading) : NULL;
        if (wording != NULL && wording->part_count > 0)
            return true;
    }
    return false;
}

// The line of a point that is being read.
struct open_line {
    struct builder text;
    bool is_begun;
    uint32_t number; // in the point, from 0
};

static void end_line(struct reading_maker *maker, const struct point *point, struct open_line *line,
                     const struct reading_place *place)
{
    add_point(maker, point, builder_str(&line->text), place->cell, line->number);
    *line = (struct open_line){.text = builder_make(maker->arena), .number = line->number + 1};
}

static void go_on(struct reading_maker *maker, const struct point *point, struct open_line *line,
                  struct str text, const struct reading_place *place)
{
    for (size_t at = 0; at <= text.length;) {
        struct str rest = str_skip(text, at);
        struct str piece = str_slice(rest, 0, str_find_byte(rest, '\n'));
        if (at > 0)
            end_line(maker, point, line, place);
        builder_add(&line->text, piece);
        line->is_begun = true;
        at += piece.length + 1;
    }
}

// Words that a wording with tables goes on with, and that go on behind it.
static void make_mixed(struct reading_maker *maker, const struct point *point,
                       struct reading_place *place)
{
    struct open_line line = {.text = builder_make(maker->arena)};
    for (uint32_t i = 0; i < point->segment_count; i++) {
        const struct segment *segment = point_segment(maker->sheet, point, i);
        const struct sheet_slot *slot = segment_slot(maker->sheet, segment);
        const struct wording *wording =
            slot != NULL ? slot_reading(maker->sheet, slot, maker->reading) : NULL;
        if (wording == NULL || wording->part_count == 0) {
            go_on(maker, point, &line, segment_text(maker->sheet, segment, maker->reading), place);
            continue;
        }
        struct part_walk walk = part_walk_of(wording, NO_INDEX);
        struct range bytes;
        uint32_t part;
        while (part_walk_next(&walk, &bytes, &part)) {
            if (part == NO_INDEX) {
                go_on(maker, point, &line, str_slice(wording->text, bytes.from, bytes.to), place);
                continue;
            }
            if (line.is_begun)
                end_line(maker, point, &line, place);
            make_block(maker, point, wording, part,
                       named(maker, place->cell, "table", ++place->tables), &line.number);
        }
    }
    end_line(maker, point, &line, place);
}

static void make_point(struct reading_maker *maker, const struct point *point,
                       struct reading_place *place)
{
    struct builder text = builder_make(maker->arena);
    uint32_t line = 0;
    const struct wording *wording = whole_wording(maker, point);
    if (!point_exists(maker->sheet, point, maker->reading))
        return;
    if (wording != NULL && wording->part_count > 0) {
        make_part(maker, point, part_walk_of(wording, NO_INDEX), place, &line);
        return;
    }
    if (has_tables(maker, point)) {
        make_mixed(maker, point, place);
        return;
    }
    if (!has_paragraphs(maker, point)) {
        point_text(maker->sheet, point, maker->reading, &text);
        add_point(maker, point, builder_str(&text), place->cell, 0);
        return;
    }
    point_lines(maker->sheet, point, maker->reading, &text);
    struct str lines = builder_str(&text);
    lines.length -= lines.length > 0; // the last mark
    make_lines(maker, point, lines, place->cell, &line);
}

static void make_blocks(struct reading_maker *maker, uint32_t first, uint32_t end,
                        struct reading_place *place);

// Whole rows, or whole cells, of the reading. An open one is a single one that says so.
static void make_unit(struct reading_maker *maker, const struct point *point,
                      const struct sheet_slot *slot, struct str around, uint32_t *number)
{
    const struct wording *wording = slot_reading(maker->sheet, slot, maker->reading);
    bool is_row = slot->unit == UNIT_ROWS;
    uint32_t line = 0;
    if (wording == NULL) {
        struct str cell = named(maker, around, is_row ? "row" : "column", ++*number);
        add_point(maker, point, STR("[…]"), is_row ? named(maker, cell, "column", 1) : cell, 0);
        return;
    }
    for (uint32_t i = 0; i < wording->part_count; i = wording->parts[i].end)
        make_block(maker, point, wording, i,
                   named(maker, around, is_row ? "row" : "column", ++*number), &line);
}

static void make_row(struct reading_maker *maker, uint32_t first, uint32_t end, struct str row,
                     uint32_t depth)
{
    uint32_t cells = 0;
    for (uint32_t i = first; i < end;) {
        uint32_t count = cell_points(maker->sheet, i, end, depth);
        const struct sheet_slot *unit = point_unit(maker->sheet, &maker->sheet->points[i], depth);
        if (unit != NULL) {
            make_unit(maker, &maker->sheet->points[i], unit, row, &cells);
        } else {
            struct reading_place inside = {.cell = named(maker, row, "column", ++cells),
                                           .depth = depth + 1};
            make_blocks(maker, i, i + count, &inside);
        }
        i += count;
    }
}

static void make_table(struct reading_maker *maker, uint32_t first, uint32_t end, struct str table,
                       uint32_t depth)
{
    uint32_t rows = 0;
    for (uint32_t i = first; i < end;) {
        uint32_t count = row_points(maker->sheet, i, end, depth);
        const struct sheet_slot *unit = point_unit(maker->sheet, &maker->sheet->points[i], depth);
        size_t before = maker->points.count;
        if (unit != NULL && unit->unit == UNIT_ROWS) {
            make_unit(maker, &maker->sheet->points[i], unit, table, &rows);
        } else {
            make_row(maker, i, i + count, named(maker, table, "row", rows + 1), depth);
            rows += maker->points.count > before;
        }
        i += count;
    }
}

static void make_blocks(struct reading_maker *maker, uint32_t first, uint32_t end,
                        struct reading_place *place)
{
    for (uint32_t i = first; i < end;) {
        const struct point *point = &maker->sheet->points[i];
        uint32_t count = table_points(maker->sheet, i, end, place->depth);
        if (!str_equal(point->story, place->in_story)) {
            place->in_story = point->story;
            place->tables = 0;
        }
        size_t before = maker->points.count;
        if (count > 0) {
            make_table(maker, i, i + count, named(maker, place->cell, "table", place->tables + 1),
                       place->depth);
            place->tables += maker->points.count > before;
        } else {
            make_point(maker, point, place);
        }
        i += count > 0 ? count : 1;
    }
}

void sheet_of_reading(const struct sheet *sheet, struct sheet_reading reading, struct arena *arena,
                      struct sheet *one)
{
    struct reading_maker maker = {.sheet = sheet,
                                  .reading = reading,
                                  .arena = arena,
                                  .points = LIST_MAKE(arena, struct point),
                                  .segments = LIST_MAKE(arena, struct segment)};
    struct reading_place body = {.cell = STR("")};
    make_blocks(&maker, 0, sheet->point_count, &body);
    *one = (struct sheet){.title = sheet->title,
                          .form = sheet->form,
                          .points = LIST_ITEMS(&maker.points, struct point),
                          .point_count = (uint32_t)maker.points.count,
                          .segments = LIST_ITEMS(&maker.segments, struct segment),
                          .segment_count = (uint32_t)maker.segments.count};
}
