// SPDX-License-Identifier: Apache-2.0
//
// The base's text is walked once, from slot to slot; a point opens at a paragraph's start and
// closes at the first mark that nobody contests.
#include "merge/sheet_lay.h"

#include "base/builder.h"
#include "base/list.h"
#include "base/names.h"
#include "merge/format_changes.h"
#include "merge/other_labels.h"
#include "merge/part_walk.h"
#include "merge/table_points.h"

struct sheeter {
    const struct merged *merged;
    const struct document *base;
    struct arena *arena;
    struct list points;   // struct point
    struct list segments; // struct segment
    struct list slots;    // struct sheet_slot
    struct list moves;    // struct move
    struct clause_paths *paths;
    uint32_t *place; // per slot of the merge its index in the sheet, or NO_INDEX
    uint32_t at;     // byte of the base's text that is laid next
    uint32_t slot;   // next slot of the merge
    uint32_t spacing;
    bool is_open; // a point is open
};

static struct str base_text(const struct sheeter *sheeter, uint32_t from, uint32_t to)
{
    return str_slice(sheeter->base->text, from, to);
}

void point_place(struct point *point, struct clause_paths *paths, const struct document *document,
                 uint32_t paragraph)
{
    struct placed_clause clause = {.label = point->label,
                                   .kind = point->kind,
                                   .level = point->level,
                                   .is_new = point->paragraph == NO_INDEX};
    clause_paths_place(paths, document, paragraph, &clause);
    point->label = clause.label;
    point->level = clause.level;
    point->path = clause.path;
    point->cell = clause.cell;
    point->story = clause.story;
}

static struct point *open_point(struct sheeter *sheeter, const struct document *document,
                                uint32_t paragraph, bool is_of_base)
{
    struct point *point = LIST_ADD(&sheeter->points, struct point);
    const struct paragraph *facts = &document->paragraphs[paragraph];
    *point = (struct point){
        .label = facts->label.text,
        .kind = facts->kind,
        .level = facts->level,
        .label_is_computed = facts->label.text.length > 0 && facts->label.typed_bytes == 0,
        .first_segment = (uint32_t)sheeter->segments.count,
        .paragraph = is_of_base ? paragraph : NO_INDEX,
    };
    point_place(point, sheeter->paths, document, paragraph);
    sheeter->is_open = true;
    return point;
}

static void close_point(struct sheeter *sheeter)
{
    struct point *point = LIST_AT(&sheeter->points, struct point, sheeter->points.count - 1);
    point->segment_count = (uint32_t)sheeter->segments.count - point->first_segment;
    sheeter->is_open = false;
}

// The spacings that lie in [from, to) of agreed text; each becomes a segment of its own.
static uint32_t next_spacing(struct sheeter *sheeter, uint32_t from, uint32_t to)
{
    const struct merged *merged = sheeter->merged;
    while (sheeter->spacing < merged->spacing_count &&
           merged->spacings[sheeter->spacing].base.from < from)
        sheeter->spacing++;
    bool is_inside = sheeter->spacing < merged->spacing_count &&
                     merged->spacings[sheeter->spacing].base.from <= to &&
                     merged->spacings[sheeter->spacing].base.to <= to;
    return is_inside ? merged->spacings[sheeter->spacing].base.from : NO_INDEX;
}

static void add_agreed(struct sheeter *sheeter, uint32_t from, uint32_t to)
{
    if (from == to)
        return;
    *LIST_ADD(&sheeter->segments, struct segment) = (struct segment){
        .text = base_text(sheeter, from, to), .slot = NO_INDEX, .base = {from, to}};
}

// The spacings that begin with the next one and overlap or share its place; gives where they end.
static uint32_t spacings_that_meet(const struct sheeter *sheeter, struct range *base)
{
    const struct merged *merged = sheeter->merged;
    *base = merged->spacings[sheeter->spacing].base;
    uint32_t end = sheeter->spacing;
    for (; end < merged->spacing_count; end++) {
        struct range other = merged->spacings[end].base;
        if (other.from != base->from && other.from >= base->to)
            break;
        if (other.to > base->to)
            base->to = other.to;
    }
    return end;
}

// What a party's own among the spacings [first, end) put in the place of a range of the base.
static struct str respaced(const struct sheeter *sheeter, struct range base, uint32_t first,
                           uint32_t end, struct party party)
{
    struct builder out = builder_make(sheeter->arena);
    uint32_t at = base.from;
    for (uint32_t i = first; i < end; i++) {
        const struct spacing *spacing = &sheeter->merged->spacings[i];
        if (spacing->party.number != party.number)
            continue;
        struct str draft = sheeter->merged->drafts[spacing->party.number]->text;
        builder_add(&out, base_text(sheeter, at, spacing->base.from));
        builder_add(&out, str_slice(draft, spacing->draft.from, spacing->draft.to));
        at = spacing->base.to;
    }
    builder_add(&out, base_text(sheeter, at, base.to));
    return builder_str(&out);
}

static bool is_first_of_party(const struct spacing *spacings, uint32_t first, uint32_t at)
{
    for (uint32_t i = first; i < at; i++)
        if (spacings[i].party.number == spacings[at].party.number)
            return false;
    return true;
}

static void add_to_group(struct list *groups, struct str text, struct party party,
                         struct arena *arena, size_t room)
{
    size_t g = 0;
    while (g < groups->count && !str_equal(LIST_AT(groups, struct respacing, g)->text, text))
        g++;
    if (g == groups->count)
        *LIST_ADD(groups, struct respacing) =
            (struct respacing){text, ARENA_ARRAY(arena, struct party, room), 0};
    struct respacing *group = LIST_AT(groups, struct respacing, g);
    ((struct party *)(uintptr_t)group->parties)[group->party_count++] = party;
}

// All spacings of one place of the base, grouped by what they put in its place.
static uint32_t add_respaced(struct sheeter *sheeter)
{
    struct range base;
    uint32_t end = spacings_that_meet(sheeter, &base);
    struct list groups = LIST_MAKE(sheeter->arena, struct respacing);
    for (uint32_t i = sheeter->spacing; i < end; i++) {
        struct party party = sheeter->merged->spacings[i].party;
        if (is_first_of_party(sheeter->merged->spacings, sheeter->spacing, i))
            add_to_group(&groups, respaced(sheeter, base, sheeter->spacing, end, party), party,
                         sheeter->arena, end - i);
    }
    *LIST_ADD(&sheeter->segments, struct segment) =
        (struct segment){.text = base_text(sheeter, base.from, base.to),
                         .slot = NO_INDEX,
                         .base = base,
                         .respacings = LIST_ITEMS(&groups, struct respacing),
                         .respacing_count = (uint32_t)groups.count};
    sheeter->spacing = end;
    return base.to;
}

static void lay_agreed(struct sheeter *sheeter, uint32_t to)
{
    uint32_t from = sheeter->at;
    for (;;) {
        uint32_t spacing = next_spacing(sheeter, from, to);
        if (spacing == NO_INDEX)
            break;
        add_agreed(sheeter, from, spacing);
        from = add_respaced(sheeter);
    }
    add_agreed(sheeter, from, to);
    sheeter->at = to;
}

// The words of a whole slot stand without the last mark, unless they are nothing but marks.
static struct str without_last_mark(struct str text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] != '\n')
            return str_ends_with(text, STR("\n")) ? str_slice(text, 0, text.length - 1) : text;
    return text;
}

static void add_parts(struct sheeter *sheeter, const struct slot *slot,
                      const struct variant *variant, struct wording *wording)
{
    if (variant->range.from >= variant->range.to)
        return;
    uint32_t depth = block_depth(sheeter->base, slot->container) + 1;
    wording->parts = wording_parts_of(wording->document, variant->range, depth, sheeter->arena,
                                      &wording->part_count);
}

static void add_slot(struct sheeter *sheeter, const struct slot *slot)
{
    const struct merged *merged = sheeter->merged;
    struct wording *wordings = ARENA_ARRAY(sheeter->arena, struct wording, slot->variant_count);
    for (uint32_t v = 0; v < slot->variant_count; v++) {
        const struct variant *variant = &slot->variants[v];
        struct str text = slot->whole ? without_last_mark(variant->text) : variant->text;
        wordings[v] = (struct wording){
            .text = text,
            .parties = variant->parties,
            .party_count = variant->party_count,
            .is_base = variant->is_base,
            .document =
                variant->document == 0 ? merged->base : merged->drafts[variant->document - 1],
            // The text is as long as its range, and no document has 4 GiB.
            .range = {variant->range.from, variant->range.from + (uint32_t)text.length},
        };
        add_parts(sheeter, slot, variant, &wordings[v]);
    }
    uint32_t number = (uint32_t)sheeter->slots.count;
    *LIST_ADD(&sheeter->slots, struct sheet_slot) =
        (struct sheet_slot){.kind = slot->kind,
                            .unit = slot_unit_of(sheeter->base, slot->container),
                            .whole = slot->whole,
                            .touches_next = slot->touches_next,
                            .move = slot->move,
                            .point = (uint32_t)sheeter->points.count - 1,
                            .wordings = wordings,
                            .wording_count = slot->variant_count};
    *LIST_ADD(&sheeter->segments, struct segment) =
        (struct segment){.slot = number, .base = slot->base};
    sheeter->place[sheeter->slot] = number;
    if (slot->base.to > sheeter->at)
        sheeter->at = slot->base.to;
    sheeter->slot++;
}

// The number of the row or cell that begins at a byte of the base, or would stand there.
static uint32_t number_in(struct sheeter *sheeter, uint32_t container, uint32_t byte)
{
    const struct block *blocks = sheeter->base->blocks;
    uint32_t number = 0;
    for (uint32_t child = container + 1; child < blocks[container].end; child = blocks[child].end) {
        number = clause_paths_number(sheeter->paths, sheeter->base, child);
        if (block_range(sheeter->base, child).from >= byte)
            return number;
    }
    return number + 1;
}

// Whole rows stand in a table, whole cells in a row of the base, whatever a draft has there.
static struct str cell_of_slot(struct sheeter *sheeter, const struct slot *slot)
{
    struct str cell = clause_paths_cell(sheeter->paths, sheeter->base, slot->container);
    enum slot_unit unit = slot_unit_of(sheeter->base, slot->container);
    if (unit == UNIT_WORDS)
        return cell;
    return arena_print(sheeter->arena, "%.*s, %s %u", STR_ARGS(cell),
                       unit == UNIT_ROWS ? "row" : "column",
                       number_in(sheeter, slot->container, slot->base.from));
}

// A slot of whole paragraphs is a point of its own. An inserted one takes its label and place from
// the first variant that has words.
static void add_whole_point(struct sheeter *sheeter, const struct slot *slot)
{
    const struct document *document = sheeter->base;
    uint32_t byte = slot->base.from;
    bool is_of_base = slot->base.from < slot->base.to;
    for (uint32_t v = 1; !is_of_base && v < slot->variant_count; v++) {
        const struct variant *variant = &slot->variants[v];
        if (variant->range.from == variant->range.to)
            continue;
        document = sheeter->merged->drafts[variant->document - 1];
        byte = variant->range.from;
        break;
    }
    struct point *point = open_point(sheeter, document, paragraph_at(document, byte), is_of_base);
    point->cell = cell_of_slot(sheeter, slot);
    add_slot(sheeter, slot);
    close_point(sheeter);
}

static void lay_next(struct sheeter *sheeter)
{
    const struct merged *merged = sheeter->merged;
    const struct slot *slot =
        sheeter->slot < merged->slot_count ? &merged->slots[sheeter->slot] : NULL;
    if (slot && slot->whole && !sheeter->is_open && slot->base.from == sheeter->at) {
        add_whole_point(sheeter, slot);
        return;
    }
    uint32_t last = (uint32_t)sheeter->base->text.length - 1;
    uint32_t paragraph = paragraph_at(sheeter->base, sheeter->at < last ? sheeter->at : last);
    if (!sheeter->is_open) {
        struct point *point = open_point(sheeter, sheeter->base, paragraph, true);
        // A slot that begins with a table stands around it.
        if (slot && slot->base.from == sheeter->at && slot->base.from < slot->base.to)
            point->cell = clause_paths_cell(sheeter->paths, sheeter->base, slot->container);
    }
    uint32_t mark = sheeter->base->paragraphs[paragraph].to;
    if (slot && slot->base.from <= mark) {
        lay_agreed(sheeter, slot->base.from);
        add_slot(sheeter, slot);
        return;
    }
    lay_agreed(sheeter, mark);
    sheeter->at = mark + 1;
    close_point(sheeter);
}

static void lay_moves(struct sheeter *sheeter)
{
    for (uint32_t i = 0; i < sheeter->merged->move_count; i++) {
        struct move move = sheeter->merged->moves[i];
        move.from_slot = sheeter->place[move.from_slot];
        move.to_slot = sheeter->place[move.to_slot];
        *LIST_ADD(&sheeter->moves, struct move) = move;
    }
}

void sheet_lay(const struct merged *merged, struct arena *arena, struct sheet *sheet)
{
    struct sheeter sheeter = {.merged = merged,
                              .base = merged->base,
                              .arena = arena,
                              .points = LIST_MAKE(arena, struct point),
                              .segments = LIST_MAKE(arena, struct segment),
                              .slots = LIST_MAKE(arena, struct sheet_slot),
                              .moves = LIST_MAKE(arena, struct move),
                              .paths = clause_paths_make(arena, merged->base),
                              .place = ARENA_ARRAY(arena, uint32_t, merged->slot_count + 1)};
    while (sheeter.at < merged->base->text.length || sheeter.slot < merged->slot_count)
        lay_next(&sheeter);
    if (sheeter.is_open)
        close_point(&sheeter);
    column_units_find(LIST_ITEMS(&sheeter.points, struct point),
                      LIST_ITEMS(&sheeter.slots, struct sheet_slot), (uint32_t)sheeter.slots.count,
                      arena);
    lay_moves(&sheeter);
    struct list format_changes = format_changes_lay(
        merged, LIST_ITEMS(&sheeter.points, struct point), sheeter.points.count, arena);
    for (size_t i = 0; i < format_changes.count; i++) {
        const struct format_change *change = LIST_AT(&format_changes, struct format_change, i);
        if (change->scope == FORMAT_OF_NUMBER)
            LIST_AT(&sheeter.points, struct point, change->point)->counts_otherwise = true;
    }
    *sheet = (struct sheet){
        .title = str_skip(merged->base->name, str_behind_last(merged->base->name, '/')),
        .form = merged->base->form,
        .party_names = merged->party_names,
        .party_count = merged->party_count,
        .points = LIST_ITEMS(&sheeter.points, struct point),
        .point_count = (uint32_t)sheeter.points.count,
        .segments = LIST_ITEMS(&sheeter.segments, struct segment),
        .segment_count = (uint32_t)sheeter.segments.count,
        .slots = LIST_ITEMS(&sheeter.slots, struct sheet_slot),
        .slot_count = (uint32_t)sheeter.slots.count,
        .moves = LIST_ITEMS(&sheeter.moves, struct move),
        .move_count = (uint32_t)sheeter.moves.count,
        .format_changes = LIST_ITEMS(&format_changes, struct format_change),
        .format_change_count = (uint32_t)format_changes.count,
        .notes = merged->notes,
        .note_count = merged->note_count,
        .base = merged->base,
    };
    other_labels_lay(merged, sheet, LIST_ITEMS(&sheeter.points, struct point), arena);
}
