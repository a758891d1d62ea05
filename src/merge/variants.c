// SPDX-License-Identifier: Apache-2.0
// Who says what in one slot.
#include "merge/lay_parts.h"

#include <string.h>

const struct document *layouter_document(const struct layouter *lay, uint32_t number)
{
    return number == 0 ? lay->base->document : lay->comparisons[number - 1].draft->document;
}

void layouter_hand_out(struct layouter *lay, struct variant *variants, uint32_t count,
                       const uint32_t *held)
{
    struct party *parties = ARENA_ARRAY(lay->arena, struct party, lay->party_count + 1);
    uint32_t at = 0;
    for (uint32_t v = 0; v < count; v++) {
        variants[v].parties = parties + at;
        for (uint32_t p = 0; p < lay->party_count; p++)
            if (held[p] == v)
                parties[at++] = (struct party){p};
        variants[v].party_count = (uint32_t)(parties + at - variants[v].parties);
    }
}

// leave_label: whole lines begin behind the first one's typed label.
static struct range bytes_of(const struct span_flow *flow, uint32_t from, uint32_t to,
                             const struct cluster *cluster, bool owns_gap_behind, bool leave_label)
{
    uint32_t start = leave_label ? span_before_gap(flow, from) : span_line_start(flow, from);
    if (cluster->is_whole)
        return (struct range){start, from == to ? start : flow->items[to - 1].to};
    return (struct range){cluster->takes_label ? start : span_before_gap(flow, from),
                          owns_gap_behind ? span_behind_gap(flow, to) : span_before_gap(flow, to)};
}

// Where the base computes its numbers, a draft that types them has nothing else to say: in the line
// that it changes, or in one beside those that it puts in. A label alone is all that a line says.
static bool leaves_label(const struct layouter *lay, const struct span_flow *base,
                         const struct cluster *cluster, uint32_t number)
{
    if (number == 0 || lay->base->document->form != FORM_DOCX ||
        layouter_document(lay, number)->form == FORM_DOCX)
        return false;
    const struct party_layer *layer = &lay->layers[number - 1];
    if (layer->from < layer->to && layer->draft.items[layer->from].kind == TOKEN_MARK)
        return false;
    return span_is_numbered(base, cluster->from) ||
           (cluster->from > 0 && span_is_numbered(base, cluster->from - 1));
}

// The wording that the draft of party `number - 1`, or the base, has in the cluster.
static struct span wording_of(const struct layouter *lay, const struct span_flow *base,
                              const struct cluster *cluster, bool owns_gap_behind, uint32_t number)
{
    const struct party_layer *layer = number == 0 ? NULL : &lay->layers[number - 1];
    bool leave_label = leaves_label(lay, base, cluster, number);
    struct span span = {.flow = layer ? &layer->draft : base,
                        .from = layer ? layer->from : cluster->from,
                        .to = layer ? layer->to : cluster->to,
                        .takes_label = cluster->takes_label};
    span.bytes = bytes_of(span.flow, span.from, span.to, cluster, owns_gap_behind, leave_label);
    return span;
}

// The known variant that says what party p's draft says, or a new one.
static struct variant *variant_for(const struct layouter *lay, struct variant *variants,
                                   uint32_t *count, const struct span_flow *base,
                                   const struct cluster *cluster, bool owns_gap_behind, uint32_t p)
{
    if (!lay->layers[p].has_flow || lay->layers[p].is_same)
        return &variants[0];
    struct span own = wording_of(lay, base, cluster, owns_gap_behind, p + 1);
    for (uint32_t v = 0; v < *count; v++) {
        struct span known = wording_of(lay, base, cluster, owns_gap_behind, variants[v].document);
        if (span_says_same(&known, &own, cluster->is_whole, owns_gap_behind) &&
            (v == 0 || span_leads_to_same(&known, &own)))
            return &variants[v];
    }
    variants[*count] = (struct variant){.document = p + 1, .range = own.bytes};
    return &variants[(*count)++];
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static bool begin_with_one_blank(const struct variant *variants, uint32_t count)
{
    for (uint32_t v = 0; v < count; v++) {
        struct str text = variants[v].text;
        if (text.length == 0 || !is_blank(text.bytes[0]) ||
            text.bytes[0] != variants[0].text.bytes[0])
            return false;
    }
    return true;
}

static bool end_with_one_blank(const struct variant *variants, uint32_t count)
{
    for (uint32_t v = 0; v < count; v++) {
        struct str text = variants[v].text;
        struct str first = variants[0].text;
        if (text.length == 0 || !is_blank(text.bytes[text.length - 1]) ||
            text.bytes[text.length - 1] != first.bytes[first.length - 1])
            return false;
    }
    return true;
}

// White space that begins or ends every variant stands outside the slot.
static void trim_shared_space(struct variant *variants, uint32_t count)
{
    while (begin_with_one_blank(variants, count))
        for (uint32_t v = 0; v < count; v++) {
            variants[v].text = str_skip(variants[v].text, 1);
            variants[v].range.from++;
        }
    while (end_with_one_blank(variants, count))
        for (uint32_t v = 0; v < count; v++) {
            variants[v].text.length--;
            variants[v].range.to--;
        }
}

// Adds the wording of every party that shares a variant, be it the base's, but sets it otherwise, as
// long as both come from files of one kind: white space is told differently in another.
static uint32_t add_settings(const struct layouter *lay, const struct span_flow *base,
                             const struct cluster *cluster, bool owns_gap_behind,
                             const uint32_t *held, struct variant *variants, uint32_t count)
{
    uint32_t all = count;
    for (uint32_t p = 0; p < lay->party_count; p++) {
        const struct variant *variant = &variants[held[p]];
        const struct document *draft = layouter_document(lay, p + 1);
        if (!lay->layers[p].has_flow || lay->layers[p].is_same || variant->document == p + 1 ||
            layouter_document(lay, variant->document)->form != draft->form)
            continue;
        struct range own = wording_of(lay, base, cluster, owns_gap_behind, p + 1).bytes;
        struct str text = str_slice(draft->text, own.from, own.to);
        if (!range_is_same(draft, own, layouter_document(lay, variant->document), variant->range))
            variants[all++] = (struct variant){.document = p + 1, .range = own, .text = text};
    }
    return all;
}

void layouter_find_variants(struct layouter *lay, const struct span_flow *base,
                            const struct cluster *cluster, struct laid_slot *laid, uint32_t *held)
{
    struct slot *slot = &laid->slot;
    bool owns_gap_behind = !slot->touches_next;
    // The variants, then the wordings of those who set one of them otherwise.
    struct variant *variants = ARENA_ARRAY(lay->scratch, struct variant, 2 * lay->party_count + 1);
    uint32_t count = 1;
    variants[0] = (struct variant){
        .is_base = true, .range = wording_of(lay, base, cluster, owns_gap_behind, 0).bytes};
    for (uint32_t p = 0; p < lay->party_count; p++)
        held[p] = (uint32_t)(variant_for(lay, variants, &count, base, cluster, owns_gap_behind, p) -
                             variants);
    for (uint32_t v = 0; v < count; v++)
        variants[v].text = str_slice(layouter_document(lay, variants[v].document)->text,
                                     variants[v].range.from, variants[v].range.to);
    uint32_t all = add_settings(lay, base, cluster, owns_gap_behind, held, variants, count);
    if (!slot->whole)
        trim_shared_space(variants, all);
    for (uint32_t i = count; i < all; i++)
        *LIST_ADD(&lay->layout->settings, struct setting) =
            (struct setting){laid->made, {variants[i].document - 1}, variants[i].range};
    struct variant *kept = ARENA_ARRAY(lay->arena, struct variant, count);
    memcpy(kept, variants, count * sizeof *kept);
    layouter_hand_out(lay, kept, count, held);
    slot->base = kept[0].range;
    slot->variants = kept;
    slot->variant_count = count;
}
