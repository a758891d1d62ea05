// SPDX-License-Identifier: Apache-2.0
#include "merge/lay_parts.h"

#include <stdlib.h>

static int by_label(const void *a, const void *b)
{
    const struct relabel *x = a;
    const struct relabel *y = b;
    if (x->base.from != y->base.from)
        return (x->base.from > y->base.from) - (x->base.from < y->base.from);
    return (x->party.number > y->party.number) - (x->party.number < y->party.number);
}

static struct str relabel_text(const struct layouter *lay, const struct relabel *relabel)
{
    return str_slice(layouter_document(lay, relabel->party.number + 1)->text, relabel->draft.from,
                     relabel->draft.to);
}

// One numbering slot from the relabels [first, last) of one paragraph.
static void add_numbering(struct layouter *lay, const struct relabel *relabels, size_t count)
{
    struct variant *variants = ARENA_ARRAY(lay->arena, struct variant, count + 1);
    uint32_t *held = ARENA_ARRAY(lay->scratch, uint32_t, lay->party_count + 1);
    struct range base = relabels[0].base;
    variants[0] = (struct variant){
        .is_base = true,
        .range = base,
        .text = str_slice(lay->base->document->text, base.from, base.to),
    };
    uint32_t variant_count = 1;
    for (size_t i = 0; i < count; i++) {
        struct str text = relabel_text(lay, &relabels[i]);
        uint32_t v = 1;
        while (v < variant_count && !str_equal(variants[v].text, text))
            v++;
        if (v == variant_count)
            variants[variant_count++] = (struct variant){
                .document = relabels[i].party.number + 1, .range = relabels[i].draft, .text = text};
        held[relabels[i].party.number] = v;
    }
    layouter_hand_out(lay, variants, variant_count, held);
    uint32_t made = (uint32_t)lay->slots.count;
    struct laid_slot *laid = LIST_ADD(&lay->slots, struct laid_slot);
    laid->made = made;
    laid->slot = (struct slot){.kind = SLOT_NUMBERING,
                               .container = relabels[0].container,
                               .base = base,
                               .variants = variants,
                               .variant_count = variant_count};
}

// Whether all of them differ from the base's label in white space only.
static bool only_respace(const struct layouter *lay, const struct relabel *relabels, size_t count)
{
    struct range base = relabels[0].base;
    struct str label = str_slice(lay->base->document->text, base.from, base.to);
    for (size_t i = 0; i < count; i++)
        if (!str_equal(str_trim(relabel_text(lay, &relabels[i])), str_trim(label)))
            return false;
    return true;
}

void layouter_add_numberings(struct layouter *lay)
{
    list_sort(&lay->relabels, by_label);
    struct relabel *relabels = LIST_ITEMS(&lay->relabels, struct relabel);
    size_t count = lay->relabels.count;
    for (size_t i = 0; i < count;) {
        size_t end = i + 1;
        while (end < count && relabels[end].base.from == relabels[i].base.from)
            end++;
        if (!only_respace(lay, relabels + i, end - i))
            add_numbering(lay, relabels + i, end - i);
        else
            for (size_t k = i; k < end; k++)
                *LIST_ADD(&lay->layout->spacings, struct spacing) =
                    (struct spacing){relabels[k].base, relabels[k].party, relabels[k].draft};
        i = end;
    }
}

// At one place: what ends a container there comes before what lies inside one, and that before
// what begins one; inner containers end first and begin last.
static int container_rank(const struct document *base, const struct slot *slot)
{
    struct range range = block_range(base, slot->container);
    if (slot->base.from == range.to && range.from < range.to)
        return -(int)slot->container - 1;
    if (slot->base.from == range.from)
        return (int)slot->container + 1;
    return 0;
}

static int by_text(const void *a, const void *b, void *context)
{
    const struct layouter *lay = context;
    const struct laid_slot *x = a;
    const struct laid_slot *y = b;
    if (x->slot.base.from != y->slot.base.from)
        return (x->slot.base.from > y->slot.base.from) - (x->slot.base.from < y->slot.base.from);
    bool x_is_empty = x->slot.base.from == x->slot.base.to;
    bool y_is_empty = y->slot.base.from == y->slot.base.to;
    if (x_is_empty != y_is_empty)
        return y_is_empty - x_is_empty;
    int x_rank = container_rank(lay->base->document, &x->slot);
    int y_rank = container_rank(lay->base->document, &y->slot);
    if (x_rank != y_rank)
        return (x_rank > y_rank) - (x_rank < y_rank);
    if (x->slot.whole != y->slot.whole)
        return y->slot.whole - x->slot.whole;
    if (x->slot.kind != y->slot.kind)
        return x->slot.kind == SLOT_NUMBERING ? -1 : 1;
    return (x->made > y->made) - (x->made < y->made);
}

static int by_relocation(const void *a, const void *b)
{
    const struct move_end *x = a;
    const struct move_end *y = b;
    if (x->party.number != y->party.number)
        return (x->party.number > y->party.number) - (x->party.number < y->party.number);
    if (x->relocation != y->relocation)
        return (x->relocation > y->relocation) - (x->relocation < y->relocation);
    return (int)x->arrives - (int)y->arrives;
}

static int by_departure(const void *a, const void *b)
{
    const struct move *x = a;
    const struct move *y = b;
    if (x->from_slot != y->from_slot)
        return (x->from_slot > y->from_slot) - (x->from_slot < y->from_slot);
    return (x->party.number > y->party.number) - (x->party.number < y->party.number);
}

// The bytes of the draft that a relocated stretch takes in.
static struct range place_in_draft(const struct comparison *comparison, const struct relocation *r)
{
    struct span_flow flow = span_flow_of(comparison->draft, comparison->flows[r->flow].draft_flow);
    return (struct range){span_before_gap(&flow, r->draft_from), flow.items[r->draft_to - 1].from};
}

// Puts the two ends of each move together.
static void join_move_ends(struct layouter *lay, const uint32_t *place_of_made)
{
    list_sort(&lay->move_ends, by_relocation);
    for (size_t i = 1; i < lay->move_ends.count; i++) {
        const struct move_end *leaves = LIST_AT(&lay->move_ends, struct move_end, i - 1);
        const struct move_end *arrives = LIST_AT(&lay->move_ends, struct move_end, i);
        if (leaves->party.number != arrives->party.number ||
            leaves->relocation != arrives->relocation || leaves->arrives || !arrives->arrives)
            continue;
        const struct comparison *comparison = &lay->comparisons[leaves->party.number];
        const struct relocation *r = &comparison->relocations[leaves->relocation];
        *LIST_ADD(&lay->layout->moves, struct move) =
            (struct move){leaves->party, place_of_made[leaves->made], place_of_made[arrives->made],
                          r->words, place_in_draft(comparison, r)};
    }
}

// Numbers the moves in the order of the text.
static void join_moves(struct layouter *lay, const uint32_t *place_of_made, struct slot *slots)
{
    join_move_ends(lay, place_of_made);
    list_sort(&lay->layout->moves, by_departure);
    for (uint32_t i = 0; i < lay->layout->moves.count; i++) {
        const struct move *move = LIST_AT(&lay->layout->moves, struct move, i);
        if (slots[move->from_slot].move == 0)
            slots[move->from_slot].move = i + 1;
        if (slots[move->to_slot].move == 0)
            slots[move->to_slot].move = i + 1;
    }
}

static int by_slot(const void *a, const void *b)
{
    const struct setting *x = a;
    const struct setting *y = b;
    if (x->slot != y->slot)
        return (x->slot > y->slot) - (x->slot < y->slot);
    return (x->party.number > y->party.number) - (x->party.number < y->party.number);
}

static void place_settings(struct layouter *lay, const uint32_t *place_of_made)
{
    struct list *settings = &lay->layout->settings;
    for (size_t i = 0; i < settings->count; i++) {
        struct setting *setting = LIST_AT(settings, struct setting, i);
        setting->slot = place_of_made[setting->slot];
    }
    list_sort(settings, by_slot);
}

void layouter_put_in_order(struct layouter *lay)
{
    size_t count = lay->slots.count;
    struct laid_slot *laid = LIST_ITEMS(&lay->slots, struct laid_slot);
    if (count > 1)
        qsort_r(laid, count, sizeof *laid, by_text, lay);
    uint32_t *place_of_made = ARENA_ARRAY(lay->scratch, uint32_t, count + 1);
    for (size_t i = 0; i < count; i++) {
        *LIST_ADD(&lay->layout->slots, struct slot) = laid[i].slot;
        place_of_made[laid[i].made] = (uint32_t)i;
    }
    place_settings(lay, place_of_made);
    join_moves(lay, place_of_made, LIST_ITEMS(&lay->layout->slots, struct slot));
}
