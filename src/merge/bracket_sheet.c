// SPDX-License-Identifier: Apache-2.0
// The slots of a bracketed text as a sheet, so that every rendering of a merge can show them.
#include "base/list.h"
#include "merge/bracket_parts.h"

struct layer {
    const struct brackets *brackets;
    struct arena *arena;
    struct list points;   // struct point
    struct list segments; // struct segment
    struct list slots;    // struct sheet_slot
    uint32_t next_slot;   // of brackets->slots
};

// Only these are open wordings, and only outermost ones: what lies in a scope is outermost too.
static bool is_laid(const struct brackets *brackets, const struct bracket_slot *slot)
{
    if (slot->kind != BRACKET_TEXT && slot->kind != BRACKET_CHOICE && slot->kind != BRACKET_OPTIONS)
        return false;
    for (uint32_t i = slot->parent; i != NO_INDEX; i = brackets->slots[i].parent)
        if (brackets->slots[i].kind != BRACKET_SCOPE)
            return false;
    return true;
}

static bool is_holder(const struct bracket_variant *variant, uint32_t party)
{
    for (uint32_t i = 0; i < variant->stance_count; i++)
        if (variant->stances[i].party == party &&
            (variant->is_nothing || variant->stances[i].stance < STANCE_RESERVE))
            return true;
    return false;
}

// Those who hold a variant, ascending.
static void set_holders(struct layer *layer, const struct bracket_variant *variant,
                        struct wording *wording)
{
    struct list holders = LIST_MAKE(layer->arena, struct party);
    for (uint32_t i = 0; i < layer->brackets->party_count; i++)
        if (is_holder(variant, i))
            LIST_ADD(&holders, struct party)->number = i;
    wording->parties = LIST_ITEMS(&holders, struct party);
    wording->party_count = (uint32_t)holders.count;
}

// The base's wording comes first: the one marked so, else "nothing", which the text says of a lone
// bracket and which stands in for the unknown where all wordings are proposals.
static uint32_t add_slot(struct layer *layer, const struct bracket_slot *slot, uint32_t point,
                         bool whole)
{
    uint32_t base = NO_INDEX;
    for (uint32_t i = 0; i < slot->variant_count; i++)
        if (slot->variants[i].is_base || (base == NO_INDEX && slot->variants[i].is_nothing &&
                                          slot->variants[i].text.length == 0))
            base = i;
    struct wording *wordings = ARENA_ARRAY(layer->arena, struct wording, slot->variant_count + 1);
    uint32_t count = 1;
    wordings[0].is_base = true;
    for (uint32_t i = 0; i < slot->variant_count; i++) {
        struct wording *wording = i == base ? &wordings[0] : &wordings[count++];
        wording->text = slot->variants[i].text;
        set_holders(layer, &slot->variants[i], wording);
    }
    *LIST_ADD(&layer->slots, struct sheet_slot) = (struct sheet_slot){.kind = SLOT_WORDING,
                                                                      .whole = whole,
                                                                      .point = point,
                                                                      .wordings = wordings,
                                                                      .wording_count = count};
    return (uint32_t)layer->slots.count - 1;
}

static void add_text(struct layer *layer, size_t from, size_t to, bool is_first, bool is_last)
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
static uint32_t add_point(struct layer *layer, uint32_t index)
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
    *LIST_ADD(&layer->points, struct point) =
        (struct point){.label = first->label,
                       .path = first->path,
                       .kind = first->kind,
                       .level = first->level,
                       .label_is_computed = true,
                       .first_segment = first_segment,
                       .segment_count = (uint32_t)layer->segments.count - first_segment,
                       .paragraph = NO_INDEX};
    return index + 1;
}

void brackets_sheet(const struct brackets *brackets, struct str title, struct arena *arena,
                    struct sheet *sheet)
{
    struct layer layer = {brackets,
                          arena,
                          LIST_MAKE(arena, struct point),
                          LIST_MAKE(arena, struct segment),
                          LIST_MAKE(arena, struct sheet_slot),
                          0};
    for (uint32_t i = 0; i < brackets->input.point_count;)
        i = add_point(&layer, i);
    struct str *names = ARENA_ARRAY(arena, struct str, brackets->party_count);
    for (uint32_t i = 0; i < brackets->party_count; i++)
        names[i] = brackets->parties[i].code;
    *sheet = (struct sheet){
        .title = title,
        .form = brackets->input.is_markdown ? FORM_MARKDOWN : FORM_PLAIN,
        .party_names = names,
        .party_count = brackets->party_count,
        .points = LIST_ITEMS(&layer.points, struct point),
        .point_count = (uint32_t)layer.points.count,
        .segments = LIST_ITEMS(&layer.segments, struct segment),
        .segment_count = (uint32_t)layer.segments.count,
        .slots = LIST_ITEMS(&layer.slots, struct sheet_slot),
        .slot_count = (uint32_t)layer.slots.count,
    };
}
