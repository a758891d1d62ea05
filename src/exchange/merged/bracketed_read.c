// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"
#include "exchange/merged/bracket_scan.h"
#include "exchange/merged/bracketed.h"
#include "merge/table_points.h"
#include "text/label.h"

#define DEEPEST_LIST 9

// How a list of Markdown has counted so far, in which what somebody puts in is counted too.
struct counted_list {
    uint32_t last;
    uint32_t inserted; // so many of them are not the base's
};

struct building {
    struct arena *arena;
    const struct marked *marked;
    struct bracket_scan scan;
    struct list points;   // struct point
    struct list segments; // struct segment
    struct list slots;    // struct sheet_slot
    struct list brackets; // struct bracket: of the slot at hand
    size_t paragraph;     // that is read, in marked.paragraphs
    struct clause_paths *paths;
    struct counted_list lists[DEEPEST_LIST + 1]; // by level
};

static bool holds(const struct bracket *bracket, uint32_t party)
{
    for (uint32_t i = 0; i < bracket->party_count; i++)
        if (bracket->parties[i].number == party)
            return true;
    return false;
}

static bool is_held(const struct list *brackets, uint32_t party)
{
    for (size_t i = 0; i < brackets->count; i++)
        if (holds(LIST_AT(brackets, struct bracket, i), party))
            return true;
    return false;
}

// The base's wording comes first: its own bracket, or no words; who is named nowhere holds it.
static struct wording base_wording(const struct building *building)
{
    const struct bracket *first = LIST_AT(&building->brackets, struct bracket, 0);
    uint32_t count = names_count(building->scan.parties);
    struct party *parties = ARENA_ARRAY(building->arena, struct party, count + 1);
    struct wording wording = {.parties = parties, .is_base = true};
    if (first->is_base) {
        wording.text = bracket_words(&building->scan, first);
        wording.parts = bracket_parts(&building->scan, first, &wording.part_count);
    }
    for (uint32_t i = 0; i < count; i++)
        if ((first->is_base && holds(first, i)) || !is_held(&building->brackets, i))
            parties[wording.party_count++].number = i;
    return wording;
}

static void add_slot(struct building *building)
{
    const struct list *brackets = &building->brackets;
    struct wording *wordings = ARENA_ARRAY(building->arena, struct wording, brackets->count + 1);
    uint32_t count = 0;
    wordings[count++] = base_wording(building);
    for (size_t i = 0; i < brackets->count; i++) {
        const struct bracket *bracket = LIST_AT(brackets, struct bracket, i);
        if (bracket->is_base)
            continue;
        struct wording *wording = &wordings[count++];
        *wording = (struct wording){.text = bracket_words(&building->scan, bracket),
                                    .parties = bracket->parties,
                                    .party_count = bracket->party_count};
        wording->parts = bracket_parts(&building->scan, bracket, &wording->part_count);
    }
    LIST_ADD(&building->segments, struct segment)->slot = (uint32_t)building->slots.count;
    *LIST_ADD(&building->slots, struct sheet_slot) =
        (struct sheet_slot){.unit = LIST_AT(brackets, struct bracket, 0)->unit,
                            .point = (uint32_t)building->points.count,
                            .wordings = wordings,
                            .wording_count = count};
}

static void add_agreed(struct building *building, size_t from, size_t to)
{
    if (from < to)
        *LIST_ADD(&building->segments, struct segment) =
            (struct segment){.text = str_slice(building->marked->text, from, to), .slot = NO_INDEX};
}

static bool are_labels(const struct sheet_slot *slot)
{
    for (uint32_t i = 0; i < slot->wording_count; i++) {
        struct typed_label label;
        struct str text = str_trim(slot->wordings[i].text);
        if (!label_typed(text, &label) || label.text.length != text.length)
            return false;
    }
    return true;
}

// Whether some wording is said not to be there, or has tables: alone in a point such a slot takes in
// whole paragraphs. In cells a wording may be there and have no words: "[base: ]".
static bool is_whole(const struct sheet_slot *slot, const struct point *point)
{
    bool has_none = false;
    for (uint32_t i = 0; i < slot->wording_count; i++) {
        const struct wording *wording = &slot->wordings[i];
        bool is_empty = wording->text.length == 0;
        if (is_empty && point->cell.length > 0 && wording->text.bytes != NULL)
            return false;
        has_none = has_none || is_empty || wording->part_count > 0;
    }
    return has_none;
}

// What a point's slots are shows only once all its segments are there.
static void settle_slots(struct building *building, const struct point *point)
{
    for (uint32_t i = 0; i < point->segment_count; i++) {
        const struct segment *segment =
            LIST_AT(&building->segments, struct segment, point->first_segment + i);
        if (segment->slot == NO_INDEX)
            continue;
        struct sheet_slot *slot = LIST_AT(&building->slots, struct sheet_slot, segment->slot);
        if (point->cell.length == 0 || point->segment_count > 1)
            slot->unit = UNIT_WORDS; // rows and cells stand in tables, alone
        slot->whole = point->segment_count == 1 && is_whole(slot, point);
        slot->touches_next = i + 1 < point->segment_count && segment[1].slot != NO_INDEX;
        if (i == 0 && point->segment_count > 1 && are_labels(slot))
            slot->kind = SLOT_NUMBERING;
    }
}

// Whole rows are named without a column.
static void name_rows(const struct building *building, struct point *point)
{
    const struct segment *segment =
        point->segment_count == 1
            ? LIST_AT(&building->segments, struct segment, point->first_segment)
            : NULL;
    if (segment == NULL || segment->slot == NO_INDEX ||
        LIST_AT(&building->slots, struct sheet_slot, segment->slot)->unit != UNIT_ROWS)
        return;
    struct str cell = point->cell;
    while (cell.length > 0 && cell.bytes[cell.length - 1] != ',')
        cell.length--;
    point->cell.length = cell.length > 0 ? cell.length - 1 : 0;
}

// Whether the base has nothing of the point.
static bool is_inserted(const struct building *building, const struct point *point)
{
    if (point->segment_count != 1)
        return false;
    uint32_t s = LIST_AT(&building->segments, struct segment, point->first_segment)->slot;
    if (s == NO_INDEX)
        return false;
    const struct sheet_slot *slot = LIST_AT(&building->slots, struct sheet_slot, s);
    return slot->whole && slot->wordings[0].text.length == 0 && slot->wordings[0].part_count == 0;
}

// The number that an item has in the base: those before it in its list which the base has not do not count.
static struct str label_in_base(struct building *building, const struct point *point)
{
    uint32_t number = 0;
    size_t digits = 0;
    while (digits < point->label.length && digits < 9 &&
           utf8_is_digit((uint8_t)point->label.bytes[digits]))
        number = number * 10 + (uint32_t)(point->label.bytes[digits++] - '0');
    if (!point->label_is_computed || digits == 0 || point->level > DEEPEST_LIST)
        return point->label;
    for (uint32_t level = point->level + 1; level <= DEEPEST_LIST; level++)
        building->lists[level] = (struct counted_list){0, 0};
    struct counted_list *list = &building->lists[point->level];
    if (number != list->last + 1)
        list->inserted = 0; // another list
    list->last = number;
    list->inserted += point->paragraph == NO_INDEX;
    if (point->paragraph == NO_INDEX || list->inserted == 0)
        return point->label;
    return arena_print(building->arena, "%u%.*s", number - list->inserted,
                       STR_ARGS(str_skip(point->label, digits)));
}

static void close_point(struct building *building, size_t first_paragraph, size_t first_segment)
{
    const struct marked *marked = building->marked;
    const struct document *document = marked->document;
    struct point point = {.kind = PARAGRAPH_TEXT,
                          .first_segment = (uint32_t)first_segment,
                          .segment_count = (uint32_t)(building->segments.count - first_segment),
                          .paragraph = (uint32_t)building->points.count};
    uint32_t number = marked->paragraphs[first_paragraph].number;
    if (document->form == FORM_MARKDOWN)
        point.cell = marked->paragraphs[first_paragraph].cell;
    settle_slots(building, &point);
    // Lines of a text are paragraphs here whatever its own reader joined.
    if (document->form == FORM_MARKDOWN) {
        const struct paragraph *paragraph = &document->paragraphs[number];
        point.kind = paragraph->kind;
        point.level = paragraph->level;
        point.label = paragraph->label.text;
        point.label_is_computed =
            paragraph->label.text.length > 0 && paragraph->label.typed_bytes == 0;
        if (point.label_is_computed && is_inserted(building, &point))
            point.paragraph = NO_INDEX;
        point.label = label_in_base(building, &point);
        point_place(&point, building->paths, document, number);
        point.cell = marked->paragraphs[first_paragraph].cell;
    } else {
        point.path =
            arena_print(building->arena, "%.*s/%u", STR_ARGS(document->name), point.paragraph + 1);
    }
    name_rows(building, &point);
    *LIST_ADD(&building->points, struct point) = point;
}

// From one paragraph's start to the first mark outside of brackets: one point.
static size_t read_point(struct building *building, size_t at)
{
    const struct marked *marked = building->marked;
    size_t first_paragraph = building->paragraph;
    size_t first_segment = building->segments.count;
    size_t agreed = at;
    while (at < marked->text.length) {
        if (at == marked->paragraphs[building->paragraph].to)
            break;
        if (marked->text.bytes[at] != '[' ||
            bracket_slot_at(&building->scan, at, &building->brackets) == 0) {
            at++;
            continue;
        }
        add_agreed(building, agreed, at);
        add_slot(building);
        const struct bracket *last =
            LIST_AT(&building->brackets, struct bracket, building->brackets.count - 1);
        at = (size_t)last->close + 1;
        agreed = at;
        while (marked->paragraphs[building->paragraph].to < at)
            building->paragraph++;
    }
    add_agreed(building, agreed, at);
    close_point(building, first_paragraph, first_segment);
    building->paragraph++;
    return at + 1;
}

bool bracketed_read(struct str name, struct str bytes, enum merged_medium medium,
                    const struct input_limits *limits, struct arena *arena, struct sheet *sheet,
                    struct error *error)
{
    struct marked *marked = ARENA_NEW(arena, struct marked);
    if (!marked_read(name, bytes, medium, limits, arena, marked, error))
        return false;
    struct building building = {.arena = arena,
                                .marked = marked,
                                .scan = bracket_scan_make(marked, arena),
                                .points = LIST_MAKE(arena, struct point),
                                .segments = LIST_MAKE(arena, struct segment),
                                .slots = LIST_MAKE(arena, struct sheet_slot),
                                .brackets = LIST_MAKE(arena, struct bracket),
                                .paths = clause_paths_make(arena, marked->document)};
    uint32_t party_count = names_count(building.scan.parties);
    if (party_count > limits->parties)
        return error_at(error, TOO_LARGE, place_of(name), "%u parties; the limit is %zu",
                        party_count, limits->parties);
    for (size_t at = 0; at < marked->text.length;)
        at = read_point(&building, at);
    if (!marked->has_footer && building.slots.count == 0)
        return error_at(error, BAD_INPUT, place_of(name),
                        "no wordings with their holders, like [US, EU: within 30 days], in this "
                        "text; give a text that \"entente merge --as brackets\" has written");
    column_units_find(LIST_ITEMS(&building.points, struct point),
                      LIST_ITEMS(&building.slots, struct sheet_slot),
                      (uint32_t)building.slots.count, arena);
    struct str *names = ARENA_ARRAY(arena, struct str, party_count + 1);
    for (uint32_t i = 0; i < party_count; i++)
        names[i] = names_at(building.scan.parties, i);
    *sheet = (struct sheet){.title = name,
                            .form = marked->document->form,
                            .party_names = names,
                            .party_count = party_count,
                            .points = LIST_ITEMS(&building.points, struct point),
                            .point_count = (uint32_t)building.points.count,
                            .segments = LIST_ITEMS(&building.segments, struct segment),
                            .segment_count = (uint32_t)building.segments.count,
                            .slots = LIST_ITEMS(&building.slots, struct sheet_slot),
                            .slot_count = (uint32_t)building.slots.count};
    return true;
}
