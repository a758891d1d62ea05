// SPDX-License-Identifier: Apache-2.0
// The slots of a bracketed text as a sheet, so that every rendering of a merge can show them.
#include "base/list.h"
#include "brackets/brackets.h"
#include "brackets/brackets_parts.h"

struct bracket_layer {
    const struct brackets *brackets;
    struct arena *arena;
    struct list points;     // struct point
    struct list segments;   // struct segment
    struct list slots;      // struct sheet_slot
    uint32_t next_slot;     // of brackets->slots
    uint32_t unnamed_count; // alternatives that nobody is named for, at most in one slot
};

// Only these are open wordings, and only outermost ones: what lies in a scope is outermost too.
static bool is_laid(const struct brackets *brackets, const struct bracket_slot *slot)
{
    if (slot->kind != BRACKET_TEXT && slot->kind != BRACKET_CHOICE && slot->kind != BRACKET_OPTIONS)
        return false;
    for (uint32_t i = slot->parent; i != NO_INDEX; i = brackets->slots[i].parent)
        if (brackets->slots[i].kind != BRACKET_SCOPE)
            return false;
    for (uint32_t i = 0; i < slot->variant_count; i++)
        if (slot->variants[i].text.length > 0)
            return true;
    return false; // "[A reserves its position]" has no wording to show
}

static bool is_holder(const struct bracket_variant *variant, uint32_t party)
{
    for (uint32_t i = 0; i < variant->stance_count; i++)
        if (variant->stances[i].party == party &&
            (variant->is_nothing || variant->stances[i].stance < STANCE_RESERVE))
            return true;
    return false;
}

// Those who hold a variant, ascending. Where nobody is named the alternatives themselves stand in:
// the n-th wording is held by "Wording n", so that each can be read as a whole.
static void set_holders(struct bracket_layer *layer, const struct bracket_variant *variant,
                        uint32_t number, struct wording *wording)
{
    struct list holders = LIST_MAKE(layer->arena, struct party);
    for (uint32_t i = 0; i < layer->brackets->party_count; i++)
        if (is_holder(variant, i))
            LIST_ADD(&holders, struct party)->number = i;
    if (holders.count == 0 && !wording->is_base) {
        LIST_ADD(&holders, struct party)->number = layer->brackets->party_count + number;
        layer->unnamed_count = number >= layer->unnamed_count ? number + 1 : layer->unnamed_count;
    }
    wording->parties = LIST_ITEMS(&holders, struct party);
    wording->party_count = (uint32_t)holders.count;
}

// Which variant is the base's: the one marked so; else the "nothing" of a lone bracket; else, where
// nobody is named, the first. NO_INDEX: all are proposals, and the base has no words.
static uint32_t base_of(const struct bracket_slot *slot)
{
    bool is_named = false;
    for (uint32_t i = 0; i < slot->variant_count; i++) {
        if (slot->variants[i].is_base)
            return i;
        is_named |= slot->variants[i].stance_count > 0;
    }
    for (uint32_t i = 0; i < slot->variant_count; i++)
        if (slot->variants[i].is_nothing && slot->variants[i].text.length == 0)
            return i;
    return is_named ? NO_INDEX : 0;
}

static uint32_t add_slot(struct bracket_layer *layer, const struct bracket_slot *slot,
                         uint32_t point, bool whole)
{
    uint32_t base = base_of(slot);
    struct wording *wordings = ARENA_ARRAY(layer->arena, struct wording, slot->variant_count + 1);
    uint32_t count = 1;
    wordings[0].is_base = true;
    for (uint32_t i = 0; i < slot->variant_count; i++) {
        struct wording *wording = i == base ? &wordings[0] : &wordings[count++];
        wording->text = slot->variants[i].text;
        set_holders(layer, &slot->variants[i], i, wording);
    }
    *LIST_ADD(&layer->slots, struct sheet_slot) = (struct sheet_slot){.kind = SLOT_WORDING,
                                                                      .whole = whole,
                                                                      .point = point,
                                                                      .wordings = wordings,
                                                                      .wording_count = count};
    return (uint32_t)layer->slots.count - 1;
}

static void add_text(struct bracket_layer *layer, size_t from, size_t to, bool is_first,
                     bool is_last)
{
    struct str text = bracket_passage(&layer->brackets->input, from, to, layer->arena);
    if (is_first && str_starts_with(text, STR(" ")))
        text = str_skip(text, 1);
    if (is_last && str_ends_with(text, STR(" ")))
        text.length--;
    if (text.length > 0)
        *LIST_ADD(&layer->segments, struct segment) =
            (struct segment){.text = text, .slot = NO_INDEX};
}

// Whether only white space stands between two bytes.
static bool is_bare(struct str text, size_t from, size_t to)
{
    return from >= to || str_trim(str_slice(text, from, to)).length == 0;
}

// Lays point `index` and those into which its slots reach; gives the first point behind.
static uint32_t add_point(struct bracket_layer *layer, uint32_t index)
{
    const struct bracket_input *input = &layer->brackets->input;
    const struct bracket_point *first = &input->points[index];
    size_t at = first->text_from;
    size_t to = first->to;
    uint32_t first_segment = (uint32_t)layer->segments.count;
    for (; layer->next_slot < layer->brackets->slot_count; layer->next_slot++) {
        const struct bracket_slot *slot = &layer->brackets->slots[layer->next_slot];
        if (slot->from.at >= to)
            break;
        if (!is_laid(layer->brackets, slot) || slot->from.at < at)
            continue;
        while (slot->to.at > to && index + 1 < input->point_count)
            to = input->points[++index].to;
        bool whole = is_bare(input->text, first->text_from, slot->from.at) &&
                     is_bare(input->text, slot->to.at, to);
        if (!is_bare(input->text, at, slot->from.at) || at > first->text_from)
            add_text(layer, at, slot->from.at, at == first->text_from, false);
        uint32_t number = add_slot(layer, slot, (uint32_t)layer->points.count, whole);
        LIST_ADD(&layer->segments, struct segment)->slot = number;
        at = slot->to.at;
    }
    add_text(layer, at, to, at == first->text_from, true);
    // A point of the text's own, whose label is written; there is no document that it is of.
    uint32_t number = (uint32_t)layer->points.count;
    *LIST_ADD(&layer->points, struct point) =
        (struct point){.label = first->label,
                       .path = first->path,
                       .kind = first->kind,
                       .level = first->level,
                       .label_is_computed = first->label.length > 0,
                       .first_segment = first_segment,
                       .segment_count = (uint32_t)layer->segments.count - first_segment,
                       .paragraph = number};
    return index + 1;
}

void brackets_sheet(const struct brackets *brackets, struct str title, struct arena *arena,
                    struct sheet *sheet)
{
    struct bracket_layer layer = {brackets,
                                  arena,
                                  LIST_MAKE(arena, struct point),
                                  LIST_MAKE(arena, struct segment),
                                  LIST_MAKE(arena, struct sheet_slot),
                                  0};
    for (uint32_t i = 0; i < brackets->input.point_count;)
        i = add_point(&layer, i);
    uint32_t party_count = brackets->party_count + layer.unnamed_count;
    struct str *names = ARENA_ARRAY(arena, struct str, party_count);
    for (uint32_t i = 0; i < party_count; i++)
        names[i] = i < brackets->party_count
                       ? brackets->parties[i].code
                       : arena_print(arena, "Wording %u", i - brackets->party_count + 1);
    *sheet = (struct sheet){
        .title = str_skip(title, str_behind_last(title, '/')),
        .form = brackets->input.is_markdown ? FORM_MARKDOWN : FORM_PLAIN,
        .party_names = names,
        .party_count = party_count,
        .points = LIST_ITEMS(&layer.points, struct point),
        .point_count = (uint32_t)layer.points.count,
        .segments = LIST_ITEMS(&layer.segments, struct segment),
        .segment_count = (uint32_t)layer.segments.count,
        .slots = LIST_ITEMS(&layer.slots, struct sheet_slot),
        .slot_count = (uint32_t)layer.slots.count,
    };
}
