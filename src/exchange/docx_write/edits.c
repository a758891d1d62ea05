// SPDX-License-Identifier: Apache-2.0
//
// Each rival wording becomes changes of its own holders against the base. Insertions stand as
// they are; deletions of several wordings that meet on the same bytes are joined by a sweep over
// their ends: a byte is taken out by all parties any of whose changes takes it out.
#include "exchange/docx_write/edits.h"

#include "exchange/docx_write/edit_formats.h"
#include "exchange/docx_write/edit_rows.h"
#include "exchange/docx_write/edit_tables.h"
#include "exchange/docx_write/refine.h"

#include <stdlib.h>
#include <string.h>

static bool is_story_or_cell(const struct document *document, uint32_t block)
{
    enum block_kind kind = document->blocks[block].kind;
    return kind != BLOCK_TABLE && kind != BLOCK_ROW;
}

// All parties of both, ascending.
static struct holders joint(const struct maker *maker, struct holders a, struct holders b)
{
    struct party *parties = ARENA_ARRAY(maker->arena, struct party, a.count + b.count);
    uint32_t i = 0;
    uint32_t k = 0;
    uint32_t count = 0;
    while (i < a.count || k < b.count) {
        if (k == b.count || (i < a.count && a.items[i].number < b.items[k].number)) {
            parties[count++] = a.items[i++];
            continue;
        }
        if (i < a.count && a.items[i].number == b.items[k].number)
            i++;
        parties[count++] = b.items[k++];
    }
    return (struct holders){parties, count};
}

// Adds a change as small as it can be told apart from the base.
static void add_refined(struct maker *maker, struct laid_change change, enum refining refining)
{
    const struct document *base = maker->merged->base;
    const struct document *draft = merged_document(maker->merged, change.document);
    if (is_story_or_cell(base, change.container))
        tables_part(maker, &change);
    if (!is_story_or_cell(base, change.container) ||
        last_table_end(base, change.base) != NO_INDEX ||
        last_table_end(draft, change.range) != NO_INDEX) {
        change_add(maker, change);
        return;
    }
    const struct replacement *replacements;
    size_t count =
        refine(base, change.base, draft, change.range, refining, maker->arena, &replacements);
    for (size_t i = 0; i < count; i++) {
        struct laid_change part = change;
        part.base = replacements[i].old;
        part.range = replacements[i].new;
        change_add(maker, part);
    }
}

static bool same_range(struct range a, struct range b)
{
    return a.from == b.from && a.to == b.to;
}

// Changes from `first` on are the pieces of one variant, for each group of parties that sets it in
// one way: equal pieces become one change of all.
static void join_settings(struct maker *maker, size_t first)
{
    size_t kept = first;
    for (size_t i = first; i < maker->changes.count; i++) {
        struct laid_change change = *LIST_AT(&maker->changes, struct laid_change, i);
        const struct document *document = merged_document(maker->merged, change.document);
        size_t k = first;
        for (; k < kept; k++) {
            const struct laid_change *known = LIST_AT(&maker->changes, struct laid_change, k);
            if (same_range(known->base, change.base) && known->move_from == change.move_from &&
                known->move_to == change.move_to &&
                range_is_same(merged_document(maker->merged, known->document), known->range,
                              document, change.range))
                break;
        }
        struct laid_change *place = LIST_AT(&maker->changes, struct laid_change, k);
        if (k < kept)
            place->by = joint(maker, place->by, change.by);
        else
            *LIST_AT(&maker->changes, struct laid_change, kept++) = change;
    }
    list_cut(&maker->changes, kept);
}

// A variant as it stands for those who set it alike.
static void add_set_alike(struct maker *maker, const struct slot *slot, uint32_t slot_number,
                          struct laid_change change)
{
    const struct move *move = slot->move > 0 && slot->move <= maker->merged->move_count
                                  ? &maker->merged->moves[slot->move - 1]
                                  : NULL;
    bool moves = move && holders_have(change.by, move->party);
    if (moves && move->from_slot == slot_number)
        change.move_from = slot->move;
    if (moves && move->to_slot == slot_number)
        change.move_to = slot->move;
    add_refined(maker, change, slot->variant_count > 2 ? REFINE_WORDS : REFINE_ENDS);
}

static struct holders without(const struct maker *maker, struct holders by, struct party party)
{
    struct party *parties = ARENA_ARRAY(maker->arena, struct party, by.count);
    uint32_t count = 0;
    for (uint32_t i = 0; i < by.count; i++)
        if (by.items[i].number != party.number)
            parties[count++] = by.items[i];
    return (struct holders){parties, count};
}

static void add_variant(struct maker *maker, const struct slot *slot, uint32_t slot_number,
                        const struct variant *variant)
{
    const struct merged *merged = maker->merged;
    size_t first = maker->changes.count;
    const struct holders all = {variant->parties, variant->party_count};
    struct laid_change change = {.base = slot->base,
                                 .range = variant->range,
                                 .document = variant->document,
                                 .by = all,
                                 .container = slot->container};
    uint32_t end = maker->setting;
    for (; end < merged->setting_count && merged->settings[end].slot == slot_number; end++)
        if (holders_have(all, merged->settings[end].party))
            change.by = without(maker, change.by, merged->settings[end].party);
    add_set_alike(maker, slot, slot_number, change);
    for (uint32_t i = maker->setting; i < end; i++) {
        const struct setting *setting = &merged->settings[i];
        if (!holders_have(all, setting->party))
            continue;
        change.range = setting->draft;
        change.document = setting->party.number + 1;
        change.by = (struct holders){&setting->party, 1};
        add_set_alike(maker, slot, slot_number, change);
    }
    if (change.by.count != all.count)
        join_settings(maker, first);
}

static bool holds_another(const struct slot *slot, struct party party)
{
    for (uint32_t v = 1; v < slot->variant_count; v++)
        if (holders_have((struct holders){slot->variants[v].parties, slot->variants[v].party_count},
                         party))
            return true;
    return false;
}

// Is a change of white space told as a spacing too, at the edge of its slot?
static bool is_told(const struct merged *merged, const struct laid_change *change)
{
    for (uint32_t i = 0; i < merged->spacing_count; i++) {
        const struct spacing *spacing = &merged->spacings[i];
        if (spacing->party.number == change->by.items[0].number &&
            spacing->base.from <= change->base.from && change->base.to <= spacing->base.to &&
            spacing->draft.from <= change->range.from && change->range.to <= spacing->draft.to)
            return true;
    }
    return false;
}

static void drop_told(struct maker *maker, size_t first)
{
    size_t kept = first;
    for (size_t i = first; i < maker->changes.count; i++) {
        struct laid_change change = *LIST_AT(&maker->changes, struct laid_change, i);
        if (!is_told(maker->merged, &change))
            *LIST_AT(&maker->changes, struct laid_change, kept++) = change;
    }
    list_cut(&maker->changes, kept);
}

static uint32_t piece_end(const struct document *document, uint32_t at, uint32_t to)
{
    uint32_t end = document->paragraphs[paragraph_at(document, at)].to;
    return end < to ? end : to;
}

static uint32_t marks_in(const struct document *document, struct range range)
{
    return range.from < range.to
               ? paragraph_at(document, range.to) - paragraph_at(document, range.from)
               : 0;
}

// Words that are kept stand in the same paragraphs of the same tables: each is told on its own, so that
// a blank in one of them does not put in anew the tables beside it.
static void add_by_paragraph(struct maker *maker, struct laid_change change)
{
    const struct document *base = maker->merged->base;
    const struct document *draft = merged_document(maker->merged, change.document);
    bool has_text = change.base.to < base->text.length && change.range.to < draft->text.length;
    if (!has_text || marks_in(base, change.base) != marks_in(draft, change.range)) {
        add_refined(maker, change, REFINE_WORDS);
        return;
    }
    struct range b = change.base;
    struct range d = change.range;
    for (uint32_t left = marks_in(base, change.base) + 1; left > 0; left--) {
        struct laid_change part = change;
        part.base = (struct range){b.from, piece_end(base, b.from, b.to)};
        part.range = (struct range){d.from, piece_end(draft, d.from, d.to)};
        part.container = edit_parent(base, paragraph_at(base, b.from));
        if (!range_is_same(base, part.base, draft, part.range))
            add_refined(maker, part, REFINE_WORDS);
        b.from = part.base.to + 1;
        d.from = part.range.to + 1;
    }
}

// What a party's spacing beside the slot tells already is not told by the slot too: "[note]\t" beside
// a gap that the party sets as "\t ".
static struct range without_spacings(const struct merged *merged, struct range base,
                                     const struct setting *setting)
{
    struct range draft = setting->draft;
    for (uint32_t i = 0; i < merged->spacing_count; i++) {
        const struct spacing *spacing = &merged->spacings[i];
        if (spacing->party.number != setting->party.number || spacing->draft.to <= draft.from ||
            spacing->draft.from >= draft.to)
            continue;
        if (spacing->base.from >= base.to && spacing->draft.from > draft.from)
            draft.to = spacing->draft.from;
        else if (spacing->base.to <= base.from && spacing->draft.to < draft.to)
            draft.from = spacing->draft.to;
    }
    return draft;
}

// Those who keep the base's words in a slot of others, and set them otherwise.
static void add_base_settings(struct maker *maker, const struct slot *slot, uint32_t slot_number)
{
    const struct merged *merged = maker->merged;
    size_t first = maker->changes.count;
    for (uint32_t i = maker->setting;
         i < merged->setting_count && merged->settings[i].slot == slot_number; i++) {
        const struct setting *setting = &merged->settings[i];
        if (holds_another(slot, setting->party))
            continue;
        const struct laid_change change = {.base = slot->base,
                                           .range = without_spacings(merged, slot->base, setting),
                                           .document = setting->party.number + 1,
                                           .by = {&setting->party, 1},
                                           .container = slot->container};
        bool has_tables = !is_story_or_cell(merged->base, slot->container) ||
                          last_table_end(merged->base, slot->base) != NO_INDEX;
        if (has_tables)
            add_by_paragraph(maker, change);
        else
            add_refined(maker, change, REFINE_WORDS);
    }
    drop_told(maker, first);
    join_settings(maker, first);
}

// The base's wording goes out, and what stands in its place comes in piece by piece.
static void add_bracketed(struct maker *maker, const struct slot *slot,
                          const struct bracketed_slot *bracketed)
{
    struct laid_change change = {.base = slot->base,
                                 .document = 0,
                                 .by = {&maker->scheme->settler, 1},
                                 .container = slot->container};
    if (slot->base.from < slot->base.to)
        change_add(maker, change);
    change.base.from = slot->base.to;
    for (uint32_t i = 0; i < bracketed->count; i++) {
        change.document = bracketed->pieces[i].document;
        change.range = bracketed->pieces[i].range;
        change.style = bracketed->pieces[i].style;
        change_add(maker, change);
    }
}

static void add_slot(struct maker *maker, const struct slot *slot, uint32_t slot_number)
{
    const struct merged *merged = maker->merged;
    const struct docx_scheme *scheme = maker->scheme;
    if (scheme && scheme->slots && scheme->slots[slot_number].count > 0) {
        add_bracketed(maker, slot, &scheme->slots[slot_number]);
        return;
    }
    while (maker->setting < merged->setting_count &&
           merged->settings[maker->setting].slot < slot_number)
        maker->setting++;
    for (uint32_t v = 1; v < slot->variant_count; v++)
        add_variant(maker, slot, slot_number, &slot->variants[v]);
    add_base_settings(maker, slot, slot_number);
}

// Parties that space the same gap in the same way share one change.
static void add_spacings(struct maker *maker)
{
    const struct merged *merged = maker->merged;
    bool *taken = ARENA_ARRAY(maker->arena, bool, merged->spacing_count);
    for (uint32_t i = 0; i < merged->spacing_count; i++) {
        if (taken[i])
            continue;
        const struct spacing *first = &merged->spacings[i];
        struct list parties = LIST_MAKE(maker->arena, struct party);
        for (uint32_t k = i; k < merged->spacing_count; k++) {
            const struct spacing *other = &merged->spacings[k];
            if (other->base.from != first->base.from)
                break;
            if (other->base.to != first->base.to ||
                !range_is_same(merged->drafts[first->party.number], first->draft,
                               merged->drafts[other->party.number], other->draft))
                continue;
            taken[k] = true;
            *LIST_ADD(&parties, struct party) = other->party;
        }
        struct laid_change change = {
            .base = first->base,
            .range = first->draft,
            .document = first->party.number + 1,
            .by = {LIST_ITEMS(&parties, struct party), (uint32_t)parties.count},
            .container = edit_parent(merged->base, paragraph_at(merged->base, first->base.from))};
        const struct party *settler = scheme_settles(maker->scheme, change.by.count);
        if (settler)
            change.by = (struct holders){settler, 1};
        add_refined(maker, change, REFINE_ENDS);
    }
}

// Changes that nobody makes any more are left out.
static void drop_empty(struct maker *maker)
{
    size_t kept = 0;
    for (size_t i = 0; i < maker->changes.count; i++) {
        struct laid_change change = *LIST_AT(&maker->changes, struct laid_change, i);
        if (change.by.count > 0)
            *LIST_AT(&maker->changes, struct laid_change, kept++) = change;
    }
    list_cut(&maker->changes, kept);
}

static int compare(uint32_t a, uint32_t b)
{
    return a < b ? -1 : a > b;
}

static int by_base_start(const void *a, const void *b)
{
    const struct laid_change *one = a;
    const struct laid_change *other = b;
    int order = compare(one->base.from, other->base.from);
    return order ? order : compare(one->order, other->order);
}

static int by_place(const void *a, const void *b)
{
    const struct insertion *one = a;
    const struct insertion *other = b;
    return compare(one->at, other->at);
}

// All parties of the changes that take out [from, to), ascending.
static struct holders united(const struct maker *maker, const struct laid_change *const *active,
                             size_t count)
{
    struct holders by = active[0]->by;
    for (size_t i = 1; i < count; i++)
        by = joint(maker, by, active[i]->by);
    return by;
}

static struct deletion joined(const struct maker *maker, const struct laid_change *const *active,
                              size_t count, struct range range)
{
    struct deletion deletion = {.base = range,
                                .by = united(maker, active, count),
                                .container = active[0]->container,
                                .move = count == 1 ? active[0]->move_from : 0};
    for (size_t i = 1; i < count; i++)
        if (active[i]->container < deletion.container) // preorder: the outer one
            deletion.container = active[i]->container;
    return deletion;
}

// Sweeps over the changes, sorted by start: between two ends the active ones stay the same.
static void sweep(struct maker *maker, struct list *deletions)
{
    size_t all = maker->changes.count;
    const struct laid_change **active =
        ARENA_ARRAY(maker->arena, const struct laid_change *, all + 1);
    size_t active_count = 0;
    size_t next = 0;
    uint32_t at = 0;
    while (next < all || active_count > 0) {
        if (active_count == 0)
            at = LIST_AT(&maker->changes, struct laid_change, next)->base.from;
        while (next < all && LIST_AT(&maker->changes, struct laid_change, next)->base.from == at) {
            const struct laid_change *change = LIST_AT(&maker->changes, struct laid_change, next++);
            if (change->base.to > at)
                active[active_count++] = change;
        }
        if (active_count == 0)
            continue;
        uint32_t end = active[0]->base.to;
        for (size_t i = 1; i < active_count; i++)
            if (active[i]->base.to < end)
                end = active[i]->base.to;
        if (next < all && LIST_AT(&maker->changes, struct laid_change, next)->base.from < end)
            end = LIST_AT(&maker->changes, struct laid_change, next)->base.from;
        *LIST_ADD(deletions, struct deletion) =
            joined(maker, active, active_count, (struct range){at, end});
        size_t kept = 0;
        for (size_t i = 0; i < active_count; i++)
            if (active[i]->base.to > end)
                active[kept++] = active[i];
        active_count = kept;
        at = end;
    }
}

static void add_insertions(const struct maker *maker, struct list *insertions)
{
    for (size_t i = 0; i < maker->changes.count; i++) {
        const struct laid_change *change = LIST_AT(&maker->changes, struct laid_change, i);
        if (change->range.from < change->range.to)
            *LIST_ADD(insertions, struct insertion) =
                (struct insertion){.at = change->base.to,
                                   .by = change->by,
                                   .container = change->container,
                                   .document = change->document,
                                   .range = change->range,
                                   .move = change->move_to,
                                   .style = change->style};
    }
}

// qsort keeps no order among equals; a stable insertion sort on nearly sorted rows does, in about
// linear time.
static void sort_stably(struct list *insertions)
{
    struct insertion *items = LIST_ITEMS(insertions, struct insertion);
    for (size_t i = 1; i < insertions->count; i++) {
        struct insertion moved = items[i];
        size_t k = i;
        for (; k > 0 && by_place(&items[k - 1], &moved) > 0; k--)
            items[k] = items[k - 1];
        items[k] = moved;
    }
}

static bool same_holders(struct holders a, struct holders b)
{
    bool same = a.count == b.count;
    for (uint32_t i = 0; same && i < a.count; i++)
        same = a.items[i].number == b.items[i].number;
    return same;
}

static bool is_in_one_paragraph(const struct document *document, struct range range)
{
    return paragraph_at(document, range.from) == paragraph_at(document, range.to - 1);
}

// The two ends of a move, as far as they can be told.
struct ends {
    struct deletion *from;
    struct insertion *to;
    uint32_t from_count;
    uint32_t to_count;
};

// Only a move with one piece at either end, inside one paragraph, by the same parties, stays one.
static void pair_moves(const struct maker *maker, struct list *deletions, struct list *insertions)
{
    const struct merged *merged = maker->merged;
    struct ends *ends = ARENA_ARRAY(maker->arena, struct ends, merged->move_count + 1);
    for (size_t i = 0; i < deletions->count; i++) {
        struct deletion *deletion = LIST_AT(deletions, struct deletion, i);
        ends[deletion->move].from = deletion;
        ends[deletion->move].from_count++;
    }
    for (size_t i = 0; i < insertions->count; i++) {
        struct insertion *insertion = LIST_AT(insertions, struct insertion, i);
        ends[insertion->move].to = insertion;
        ends[insertion->move].to_count++;
    }
    for (size_t i = 0; i < deletions->count + insertions->count; i++) {
        uint32_t *move = i < deletions->count
                             ? &LIST_AT(deletions, struct deletion, i)->move
                             : &LIST_AT(insertions, struct insertion, i - deletions->count)->move;
        const struct ends *pair = &ends[*move];
        if (*move > 0 &&
            !(pair->from_count == 1 && pair->to_count == 1 &&
              same_holders(pair->from->by, pair->to->by) &&
              is_in_one_paragraph(merged->base, pair->from->base) &&
              is_in_one_paragraph(merged_document(merged, pair->to->document), pair->to->range)))
            *move = 0;
    }
}

void edits_make(const struct merged *merged, const struct docx_scheme *scheme,
                const struct list *wholes, struct arena *arena, struct edits *edits)
{
    struct maker maker = {merged, arena, LIST_MAKE(arena, struct laid_change), 0, scheme};
    for (uint32_t i = 0; i < merged->slot_count; i++)
        add_slot(&maker, &merged->slots[i], i);
    add_spacings(&maker);
    formats_lift(&maker, wholes);
    rows_lift(&maker);
    drop_empty(&maker);
    if (maker.changes.count > 0)
        qsort(maker.changes.items, maker.changes.count, sizeof(struct laid_change), by_base_start);
    struct list deletions = LIST_MAKE(arena, struct deletion);
    sweep(&maker, &deletions);
    struct list insertions = LIST_MAKE(arena, struct insertion);
    add_insertions(&maker, &insertions);
    tables_lift(&maker, &deletions, &insertions);
    sort_stably(&insertions);
    pair_moves(&maker, &deletions, &insertions);
    *edits = (struct edits){LIST_ITEMS(&deletions, struct deletion), deletions.count,
                            LIST_ITEMS(&insertions, struct insertion), insertions.count};
}
