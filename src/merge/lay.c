// SPDX-License-Identifier: Apache-2.0
//
// One sweep a flow:
//
//   base tokens   . . . . . . . . . . . .
//   party A        [---]       []            edits as intervals on the base's tokens
//   party B          [----]    []  [--]
//   clusters       [------]    []  [--]      what overlaps is one cluster, one slot
//
// An empty interval (an insertion) overlaps another at the same place, and an interval that holds
// its place strictly inside; at an end it only touches.
#include "merge/lay.h"
#include "merge/kept.h"
#include "merge/lay_parts.h"

#include <stdlib.h>
#include <string.h>

static int by_place(const void *a, const void *b)
{
    const struct claim *x = a;
    const struct claim *y = b;
    if (x->edit.base_from != y->edit.base_from)
        return (x->edit.base_from > y->edit.base_from) - (x->edit.base_from < y->edit.base_from);
    if (x->edit.base_to != y->edit.base_to)
        return (x->edit.base_to > y->edit.base_to) - (x->edit.base_to < y->edit.base_to);
    if (x->party != y->party)
        return (x->party > y->party) - (x->party < y->party);
    return (x->edit.draft_from > y->edit.draft_from) - (x->edit.draft_from < y->edit.draft_from);
}

static struct list claims_of(struct layouter *lay, uint32_t flow)
{
    struct list claims = LIST_MAKE(lay->scratch, struct claim);
    for (uint32_t p = 0; p < lay->party_count; p++) {
        const struct comparison *comparison = &lay->comparisons[p];
        const struct flow_edits *edits = &comparison->flows[flow];
        if (edits->is_left_out)
            *LIST_ADD(&claims, struct claim) =
                (struct claim){{0, lay->base->flows[flow].count, 0, 0}, p};
        for (uint32_t i = 0; edits->draft_flow != NO_INDEX && i < edits->count; i++)
            *LIST_ADD(&claims, struct claim) =
                (struct claim){comparison->edits[edits->first + i], p};
    }
    list_sort(&claims, by_place);
    return claims;
}

static bool joins(const struct cluster *cluster, const struct edit *edit)
{
    if (edit->base_from < cluster->to)
        return edit->base_from < edit->base_to || edit->base_from > cluster->from;
    bool both_empty = cluster->from == cluster->to && edit->base_from == edit->base_to;
    return both_empty && edit->base_from == cluster->from;
}

// Passages that moved to one place, and what came beside them, are told apart.
static struct list with_arrivals_parted(struct layouter *lay, uint32_t flow, struct list *claims,
                                        const struct list *clusters)
{
    struct list parted = LIST_MAKE(lay->scratch, struct cluster);
    for (size_t i = 0; i < clusters->count; i++) {
        const struct cluster *cluster = LIST_AT(clusters, struct cluster, i);
        if (cluster->from < cluster->to || cluster->claim_count == 1)
            *LIST_ADD(&parted, struct cluster) = *cluster;
        else
            layouter_part_arrivals(lay, flow, LIST_ITEMS(claims, struct claim),
                                   cluster->first_claim, cluster->claim_count, &parted);
    }
    return parted;
}

static struct list clusters_of(struct layouter *lay, uint32_t flow, struct list *claims)
{
    struct list clusters = LIST_MAKE(lay->scratch, struct cluster);
    for (size_t i = 0; i < claims->count; i++) {
        const struct edit *edit = &LIST_AT(claims, struct claim, i)->edit;
        struct cluster *last =
            clusters.count > 0 ? LIST_AT(&clusters, struct cluster, clusters.count - 1) : NULL;
        if (last && joins(last, edit)) {
            last->claim_count++;
            if (edit->base_to > last->to)
                last->to = edit->base_to;
            continue;
        }
        *LIST_ADD(&clusters, struct cluster) =
            (struct cluster){edit->base_from, edit->base_to, i, 1, false, false};
    }
    return with_arrivals_parted(lay, flow, claims, &clusters);
}

// The stretch that holds base tokens [from, to) with a token on either side, NULL when there is none.
// `from` never falls between two starts of the layers.
static const struct same_stretch *stretch_around(struct party_layer *layer, uint32_t from,
                                                 uint32_t to)
{
    while (layer->same_at < layer->same_count && layer->same[layer->same_at].base_to <= from)
        layer->same_at++;
    if (layer->same_at == layer->same_count)
        return NULL;
    const struct same_stretch *same = &layer->same[layer->same_at];
    return same->base_from < from && to < same->base_to ? same : NULL;
}

// Sets every layer's range of the cluster and moves its offset behind it.
static void locate(struct layouter *lay, const struct cluster *cluster, const struct claim *claims)
{
    for (uint32_t p = 0; p < lay->party_count; p++) {
        struct party_layer *layer = &lay->layers[p];
        const struct same_stretch *same = stretch_around(layer, cluster->from, cluster->to);
        layer->is_same = same != NULL;
        layer->looks_same = same && same->looks_same;
        layer->from = (uint32_t)(cluster->from + layer->offset);
        layer->to = (uint32_t)(cluster->to + layer->offset);
    }
    for (size_t i = 0; i < cluster->claim_count; i++) {
        const struct claim *claim = &claims[cluster->first_claim + i];
        const struct edit *edit = &claim->edit;
        struct party_layer *layer = &lay->layers[claim->party];
        int64_t growth = (int64_t)(edit->draft_to - edit->draft_from) -
                         (int64_t)(edit->base_to - edit->base_from);
        layer->offset += growth;
        layer->to = (uint32_t)(cluster->to + layer->offset);
    }
}

static bool is_whole(const struct layouter *lay, const struct span_flow *base,
                     const struct cluster *cluster)
{
    if (!span_is_whole(base, cluster->from, cluster->to))
        return false;
    for (uint32_t p = 0; p < lay->party_count; p++) {
        const struct party_layer *layer = &lay->layers[p];
        if (layer->has_flow && !layer->is_same &&
            !span_is_whole(&layer->draft, layer->from, layer->to))
            return false;
    }
    return true;
}

static void note_end(struct layouter *lay, uint32_t party, uint32_t relocation, uint32_t made,
                     bool arrives)
{
    if (relocation != NO_INDEX)
        *LIST_ADD(&lay->move_ends, struct move_end) =
            (struct move_end){{party}, relocation, made, arrives};
}

// Ends of relocations that lie in the cluster.
static void note_moves(struct layouter *lay, uint32_t flow, const struct cluster *cluster,
                       const struct claim *claims, uint32_t made)
{
    for (size_t i = 0; i < cluster->claim_count; i++) {
        const struct claim *claim = &claims[cluster->first_claim + i];
        const struct relocation_index *index = &lay->relocated[claim->party];
        const struct edit *edit = &claim->edit;
        uint32_t leaving =
            relocation_index_exact(index, RELOCATED_BASE, flow, edit->base_from, edit->base_to);
        uint32_t arriving =
            relocation_index_exact(index, RELOCATED_DRAFT, flow, edit->draft_from, edit->draft_to);
        note_end(lay, claim->party, leaving, made, false);
        if (arriving != leaving)
            note_end(lay, claim->party, arriving, made, true);
    }
}

static struct agreed_findings findings_of(struct layouter *lay, uint32_t flow, uint32_t party)
{
    const struct document *draft = lay->comparisons[party].draft->document;
    return (struct agreed_findings){
        .party = {party},
        .container = lay->base->flows[flow].block,
        .looks = lay->looks[party],
        .spacings = &lay->layout->spacings,
        .run_changes = &lay->layout->run_changes,
        .paragraph_changes = &lay->layout->paragraph_changes,
        .kept = draft->form == FORM_DOCX ? &lay->layout->kept : NULL,
        .relabels = &lay->relabels,
    };
}

// What parties that keep the base's words in a slot have otherwise there.
static void look_at_held(struct layouter *lay, uint32_t flow, const struct span_flow *base,
                         const struct cluster *cluster, bool touches, const uint32_t *held)
{
    for (uint32_t p = 0; p < lay->party_count; p++) {
        const struct party_layer *layer = &lay->layers[p];
        if (held[p] != 0 || !layer->has_flow || layer->looks_same ||
            !span_has_same_tokens(base, cluster->from, cluster->to, &layer->draft, layer->from,
                                  layer->to))
            continue;
        struct agreed_stretch stretch = {.base = base,
                                         .draft = &layer->draft,
                                         .base_from = cluster->from,
                                         .draft_from = layer->from,
                                         .count = cluster->to - cluster->from,
                                         .owns_first_gap = !cluster->is_whole};
        struct agreed_findings findings = findings_of(lay, flow, p);
        agreed_look_held(&stretch, !cluster->is_whole && !touches, &findings);
    }
}

static void add_slot(struct layouter *lay, uint32_t flow, const struct span_flow *base,
                     const struct cluster *cluster, const struct cluster *next,
                     const struct claim *claims)
{
    struct arena_mark mark = arena_mark(lay->scratch);
    uint32_t *held = ARENA_ARRAY(lay->scratch, uint32_t, lay->party_count + 1);
    bool touches = next && next->from == cluster->to;
    uint32_t made = (uint32_t)lay->slots.count;
    struct laid_slot *laid = LIST_ADD(&lay->slots, struct laid_slot);
    laid->made = made;
    laid->slot = (struct slot){.kind = SLOT_WORDING,
                               .container = lay->base->flows[flow].block,
                               .whole = cluster->is_whole,
                               .touches_next = touches};
    layouter_find_variants(lay, base, cluster, laid, held);
    look_at_held(lay, flow, base, cluster, touches, held);
    note_moves(lay, flow, cluster, claims, made);
    arena_rewind(lay->scratch, mark);
}

static void lay_flow(struct layouter *lay, uint32_t flow);

// What every party kept between two clusters.
static void look_at_agreed(struct layouter *lay, uint32_t flow, const struct span_flow *base,
                           uint32_t from, const struct cluster *before, const struct cluster *after)
{
    uint32_t to = after ? after->from : base->count;
    for (uint32_t p = 0; p < lay->party_count; p++) {
        struct party_layer *layer = &lay->layers[p];
        const struct same_stretch *same = stretch_around(layer, from, to);
        if (!layer->has_flow || (same && same->looks_same))
            continue;
        struct agreed_stretch stretch = {
            .base = base,
            .draft = &layer->draft,
            .base_from = from,
            .draft_from = (uint32_t)(from + layer->offset),
            .count = to - from,
            .owns_first_gap = !before || before->is_whole,
            .owns_last_label =
                after && !after->is_whole && !after->takes_label && span_is_line_start(base, to),
        };
        struct agreed_findings findings = findings_of(lay, flow, p);
        agreed_look(&stretch, &findings);
    }
}

static void start_layers(struct layouter *lay, uint32_t flow)
{
    for (uint32_t p = 0; p < lay->party_count; p++) {
        const struct comparison *comparison = &lay->comparisons[p];
        struct party_layer *layer = &lay->layers[p];
        uint32_t draft_flow = comparison->flows[flow].draft_flow;
        bool is_left_out = comparison->flows[flow].is_left_out;
        *layer = (struct party_layer){.has_flow = draft_flow != NO_INDEX || is_left_out};
        if (is_left_out)
            layer->draft =
                (struct span_flow){.tokens = comparison->draft, .items = comparison->draft->items};
        else if (layer->has_flow)
            layer->draft = span_flow_of(comparison->draft, draft_flow);
        layer->same_count = comparison->flows[flow].same_count;
        if (layer->same_count > 0)
            layer->same = comparison->same + comparison->flows[flow].first_same;
    }
}

// A flow's last mark that some texts end a changed line with is every text's last token, so it can
// be left out of the slot.
static bool all_have_tokens(const struct layouter *lay, const struct cluster *cluster)
{
    for (uint32_t p = 0; p < lay->party_count; p++)
        if (lay->layers[p].has_flow && lay->layers[p].from == lay->layers[p].to)
            return false;
    return cluster->from < cluster->to;
}

// The last cluster and the one that touches it become one.
static void join_last(struct list *clusters)
{
    struct cluster *last = LIST_AT(clusters, struct cluster, clusters->count - 1);
    struct cluster *before = LIST_AT(clusters, struct cluster, clusters->count - 2);
    before->to = last->to;
    before->claim_count += last->claim_count;
    list_cut(clusters, clusters->count - 1);
}

static bool last_touches(const struct list *clusters)
{
    return clusters->count >= 2 && LIST_AT(clusters, struct cluster, clusters->count - 2)->to ==
                                       LIST_AT(clusters, struct cluster, clusters->count - 1)->from;
}

// Whether tokens [from, to) are all that a line has.
static bool fills_line(const struct span_flow *flow, uint32_t from, uint32_t to)
{
    return span_is_line_start(flow, from) && to < flow->count && flow->items[to].kind == TOKEN_MARK;
}

// Whether the cluster is one line of the base that is empty in some text: then what others have
// there, they have with its typed label.
static bool takes_label(const struct layouter *lay, const struct span_flow *base,
                        const struct cluster *cluster)
{
    if (cluster->is_whole || !fills_line(base, cluster->from, cluster->to))
        return false;
    for (uint32_t i = cluster->from; i < cluster->to; i++)
        if (base->items[i].kind == TOKEN_MARK || base->items[i].kind == TOKEN_BLOCK)
            return false;
    bool is_empty = span_is_empty_line(base, cluster->from);
    for (uint32_t p = 0; p < lay->party_count; p++) {
        const struct party_layer *layer = &lay->layers[p];
        if (layer->is_same)
            continue; // as the base
        if (layer->has_flow && !fills_line(&layer->draft, layer->from, layer->to))
            return false;
        is_empty = is_empty || (layer->has_flow && span_is_empty_line(&layer->draft, layer->from));
    }
    return is_empty;
}

// Whether a cluster takes in whole lines in every text is known only with the layers in place, and
// whether the next one does is needed before: a first pass over the clusters finds out. Changed
// lines at the end of a flow leave its last mark out.
static void find_whole(struct layouter *lay, uint32_t flow, const struct span_flow *base,
                       struct list *clusters, const struct claim *claims)
{
    start_layers(lay, flow);
    for (size_t i = 0; i < clusters->count; i++) {
        struct cluster *cluster = LIST_AT(clusters, struct cluster, i);
        locate(lay, cluster, claims);
        // What touches a change inside a line continues it.
        const struct cluster *before = i > 0 ? LIST_AT(clusters, struct cluster, i - 1) : NULL;
        bool continues = before && before->to == cluster->from && !before->is_whole;
        cluster->is_whole = !continues && is_whole(lay, base, cluster);
        cluster->takes_label = !continues && takes_label(lay, base, cluster);
        if (cluster->is_whole || cluster->to < base->count)
            continue;
        if (all_have_tokens(lay, cluster)) {
            cluster->to--;
        } else if (i + 1 == clusters->count && last_touches(clusters)) {
            join_last(clusters);
            find_whole(lay, flow, base, clusters, claims);
            return;
        }
    }
}

static void lay_inner_flows(struct layouter *lay, uint32_t flow, const struct list *clusters)
{
    const struct flow *outer = &lay->base->flows[flow];
    size_t c = 0;
    for (uint32_t i = 0; i < outer->count; i++) {
        while (c < clusters->count && LIST_AT(clusters, struct cluster, c)->to <= i)
            c++;
        bool is_covered = c < clusters->count && LIST_AT(clusters, struct cluster, c)->from <= i;
        const struct text_token *token = &lay->base->items[outer->first + i];
        if (token->kind == TOKEN_BLOCK && !is_covered)
            lay_flow(lay, lay->base->flow_of_block[token->owner]);
    }
}

static void lay_flow(struct layouter *lay, uint32_t flow)
{
    struct arena_mark mark = arena_mark(lay->scratch);
    struct span_flow base = span_flow_of(lay->base, flow);
    struct list claim_list = claims_of(lay, flow);
    const struct claim *claims = LIST_ITEMS(&claim_list, struct claim);
    struct list clusters = clusters_of(lay, flow, &claim_list);
    find_whole(lay, flow, &base, &clusters, claims);
    start_layers(lay, flow);
    uint32_t from = 0;
    const struct cluster *before = NULL;
    for (size_t i = 0; i < clusters.count; i++) {
        const struct cluster *cluster = LIST_AT(&clusters, struct cluster, i);
        const struct cluster *next =
            i + 1 < clusters.count ? LIST_AT(&clusters, struct cluster, i + 1) : NULL;
        look_at_agreed(lay, flow, &base, from, before, cluster);
        locate(lay, cluster, claims);
        add_slot(lay, flow, &base, cluster, next, claims);
        from = cluster->to;
        before = cluster;
    }
    look_at_agreed(lay, flow, &base, from, before, NULL);
    lay_inner_flows(lay, flow, &clusters);
    arena_rewind(lay->scratch, mark);
}

static int spacing_order(const void *a, const void *b)
{
    const struct spacing *x = a;
    const struct spacing *y = b;
    if (x->base.from != y->base.from)
        return (x->base.from > y->base.from) - (x->base.from < y->base.from);
    if (x->party.number != y->party.number)
        return (x->party.number > y->party.number) - (x->party.number < y->party.number);
    return (x->base.to > y->base.to) - (x->base.to < y->base.to);
}

static int run_change_order(const void *a, const void *b)
{
    const struct run_change *x = a;
    const struct run_change *y = b;
    if (x->base.from != y->base.from)
        return (x->base.from > y->base.from) - (x->base.from < y->base.from);
    return (x->party.number > y->party.number) - (x->party.number < y->party.number);
}

static int paragraph_change_order(const void *a, const void *b)
{
    const struct paragraph_change *x = a;
    const struct paragraph_change *y = b;
    if (x->base != y->base)
        return (x->base > y->base) - (x->base < y->base);
    return (x->party.number > y->party.number) - (x->party.number < y->party.number);
}

// What the looks of the base and all drafts are numbered by; the empty text bears zero.
struct look_names {
    struct names *keys;
    struct names *written;
    struct names *whole;
};

static const struct look_numbers *number_looks(const struct document *document,
                                               const struct look_names *names, struct arena *arena)
{
    struct look_numbers *numbers =
        ARENA_ARRAY(arena, struct look_numbers, document->marks_count + 1);
    for (uint32_t i = 0; i < document->marks_count; i++) {
        const struct marks *marks = &document->marks[i];
        numbers[i] = (struct look_numbers){names_add(names->keys, marks->key),
                                           names_add(names->written, marks->written),
                                           names_add(names->whole, marks->whole)};
    }
    return numbers;
}

// Every party's looks beside those of the base; NULL where the forms differ.
static void number_all_looks(struct layouter *lay)
{
    const struct document *base = lay->base->document;
    struct look_names names = {names_make(lay->scratch), names_make(lay->scratch),
                               names_make(lay->scratch)};
    names_add(names.keys, STR(""));
    names_add(names.written, STR(""));
    names_add(names.whole, STR(""));
    const struct look_numbers *numbers = number_looks(base, &names, lay->scratch);
    for (uint32_t p = 0; p < lay->party_count; p++) {
        const struct document *draft = lay->comparisons[p].draft->document;
        if (base->form != draft->form)
            continue;
        struct look_table *table = ARENA_NEW(lay->scratch, struct look_table);
        *table = (struct look_table){numbers, number_looks(draft, &names, lay->scratch), false};
        table->all_same = names_count(names.keys) == 1;
        lay->looks[p] = table;
    }
}

void lay_comparisons(const struct tokens *base, const struct comparison *comparisons,
                     uint32_t party_count, struct arena *arena, struct layout *layout)
{
    struct arena *scratch = arena_open();
    *layout = (struct layout){.slots = LIST_MAKE(arena, struct slot),
                              .moves = LIST_MAKE(arena, struct move),
                              .spacings = LIST_MAKE(arena, struct spacing),
                              .run_changes = LIST_MAKE(arena, struct run_change),
                              .paragraph_changes = LIST_MAKE(arena, struct paragraph_change),
                              .kept = LIST_MAKE(arena, struct kept_words),
                              .settings = LIST_MAKE(arena, struct setting)};
    struct arena *made = arena_open(); // lists that grow while the scratch arena is rewound
    struct layouter lay = {
        .base = base,
        .comparisons = comparisons,
        .party_count = party_count,
        .arena = arena,
        .scratch = scratch,
        .slots = LIST_MAKE(made, struct laid_slot),
        .relabels = LIST_MAKE(made, struct relabel),
        .move_ends = LIST_MAKE(made, struct move_end),
        .layout = layout,
        .layers = ARENA_ARRAY(scratch, struct party_layer, party_count + 1),
        .relocated = ARENA_ARRAY(scratch, struct relocation_index, party_count + 1),
        .looks = ARENA_ARRAY(scratch, const struct look_table *, party_count + 1)};
    number_all_looks(&lay);
    for (uint32_t p = 0; p < party_count; p++)
        lay.relocated[p] = relocation_index_make(comparisons[p].relocations,
                                                 comparisons[p].relocation_count, scratch);
    const struct document *document = base->document;
    for (uint32_t root = 0; root < document->block_count; root = document->blocks[root].end)
        lay_flow(&lay, base->flow_of_block[root]);
    layouter_add_numberings(&lay);
    layouter_put_in_order(&lay);
    list_sort(&layout->spacings, spacing_order);
    list_sort(&layout->run_changes, run_change_order);
    list_sort(&layout->paragraph_changes, paragraph_change_order);
    kept_sort(&layout->kept, party_count);
    arena_close(scratch);
    arena_close(made);
}
