// SPDX-License-Identifier: Apache-2.0
// Where the points of the old base stand in the next one, and what was settled in them.
#include "workbench/case/round_parts.h"

#include "base/builder.h"
#include "base/utf8.h"
#include "merge/point_text.h"
#include "workbench/case/case_drafts.h"

#define CONTEXT_BYTES 60

static const struct sheet_reading as_base = {.kind = READ_BASE};

// --- Points

// Lines with the same text, by the points that they are of, in their order.
struct alike {
    struct list olds; // uint32_t
    struct list news; // uint32_t
};

struct lines {
    struct arena *arena;
    struct names *texts;
    struct list groups; // struct alike
};

static void add_line(struct lines *lines, struct str text, bool is_old, uint32_t point)
{
    uint32_t number = names_add(lines->texts, text);
    if (number == lines->groups.count)
        *LIST_ADD(&lines->groups, struct alike) =
            (struct alike){LIST_MAKE(lines->arena, uint32_t), LIST_MAKE(lines->arena, uint32_t)};
    struct alike *alike = LIST_AT(&lines->groups, struct alike, number);
    *LIST_ADD(is_old ? &alike->olds : &alike->news, uint32_t) = point;
}

// The first line that says something; a wording may be several paragraphs.
static void add_points(struct lines *lines, const struct sheet *sheet, bool is_old)
{
    for (uint32_t p = 0; p < sheet->point_count; p++) {
        struct builder out = builder_make(lines->arena);
        const struct point *point = &sheet->points[p];
        if (!point_exists(sheet, point, as_base))
            continue;
        point_text(sheet, point, as_base, &out);
        struct str rest = builder_str(&out);
        struct str line;
        while (str_cut(&rest, '\n', &line))
            if (str_trim(line).length > 0) {
                add_line(lines, str_trim(line), is_old, p);
                if (is_old)
                    break;
            }
    }
}

// The next base keeps the order of what stays: as many of a kind before as after are the same ones.
void round_points(struct case_round *round)
{
    struct lines lines = {round->arena, names_make(round->arena),
                          LIST_MAKE(round->arena, struct alike)};
    uint32_t *points = ARENA_ARRAY(round->arena, uint32_t, round->sheet->point_count + 1);
    choices_settle(round->sheet, &round->choices, STR(""), round->arena, &round->settled);
    for (uint32_t p = 0; p < round->sheet->point_count; p++)
        points[p] = NO_INDEX;
    add_points(&lines, &round->settled, true);
    add_points(&lines, round->next_sheet, false);
    for (size_t i = 0; i < lines.groups.count; i++) {
        const struct alike *alike = LIST_AT(&lines.groups, struct alike, i);
        for (size_t k = 0; alike->olds.count == alike->news.count && k < alike->olds.count; k++)
            points[*LIST_AT(&alike->olds, uint32_t, k)] = *LIST_AT(&alike->news, uint32_t, k);
    }
    round->points = points;
}

// --- What is settled in them

// The words of the point around a settled slot, and how many stand before it.
struct around {
    struct str before;
    struct str after;
    size_t offset;
};

static struct around around_of(const struct case_round *round, uint32_t slot)
{
    const struct sheet *settled = &round->settled;
    struct builder before = builder_make(round->arena);
    struct builder after = builder_make(round->arena);
    const struct point *point = &settled->points[settled->slots[slot].point];
    bool is_past = false;
    for (uint32_t i = 0; i < point->segment_count; i++) {
        const struct segment *segment = point_segment(settled, point, i);
        if (segment->slot == slot)
            is_past = true;
        else
            builder_add(is_past ? &after : &before, segment_text(settled, segment, as_base));
    }
    struct str all = builder_str(&before);
    struct str rest = builder_str(&after);
    struct str line = str_skip(all, str_behind_last(all, '\n'));
    return (struct around){utf8_end(line, CONTEXT_BYTES),
                           utf8_start(str_slice(rest, 0, str_find_byte(rest, '\n')), CONTEXT_BYTES),
                           all.length};
}

static void place(struct case_round *round, uint32_t slot, struct json_object *object)
{
    struct arena *arena = round->arena;
    uint32_t number = round->points[round->sheet->slots[slot].point];
    if (number == NO_INDEX)
        return;
    const struct around around = around_of(round, slot);
    const struct point *point = &round->next_sheet->points[number];
    const struct segment *first = &round->next_sheet->segments[point->first_segment];
    json_object_set(object, STR("point"), json_of_str(arena, case_point_path(point)));
    json_object_set(object, STR("before"), json_of_str(arena, around.before));
    json_object_set(object, STR("after"), json_of_str(arena, around.after));
    json_object_set(object, STR("order"),
                    json_of_int(arena, (int64_t)(first->base.from + around.offset)));
}

// Without the item's own fields a slot is what the merge says of it.
static const struct json *settled_value(struct case_round *round, struct case_holders *holders,
                                        const struct item *item, const struct found_slot *found)
{
    struct arena *arena = round->arena;
    const struct sheet_slot *slot = &round->sheet->slots[found->number];
    uint32_t wording = round->choices.wordings[found->number];
    struct json_object row = json_object_make(arena);
    struct json_object object = json_object_from(arena, case_slot_whole(holders, item));
    json_object_set(&row, STR("base"), json_of_str(arena, round->next_id));
    json_object_set(&row, STR("variant"),
                    json_of_str(arena, slot_variant_id(slot->wordings[wording].text, arena)));
    json_object_set(&row, STR("how"), json_of_str(arena, str_of(round->how[found->number])));
    json_object_set(&object, STR("status"), json_of_str(arena, STR("settled")));
    json_object_set(&object, STR("settled"), json_object_done(&row, arena));
    place(round, found->number, &object);
    return json_object_done(&object, arena);
}

struct list round_settled(struct case_round *round)
{
    struct list settled = LIST_MAKE(round->arena, struct settled_slot);
    struct case_holders holders = case_holders_make(acting_items(round->acting), round->arena);
    for (size_t i = 0; i < round->found.count; i++) {
        const struct found_slot *found = LIST_AT(&round->found, struct found_slot, i);
        const struct item *item = round_item(round, i);
        if (item && round->how[found->number])
            *LIST_ADD(&settled, struct settled_slot) =
                (struct settled_slot){item->id, settled_value(round, &holders, item, found)};
    }
    return settled;
}
