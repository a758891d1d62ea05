// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/edit_formats.h"

static const struct paragraph *paragraph_of(const struct maker *maker,
                                            const struct paragraph_change *change)
{
    return &maker->merged->drafts[change->party.number]->paragraphs[change->draft];
}

static bool has_mark(const struct document *document, struct range range)
{
    for (uint32_t at = range.from; at < range.to; at++)
        if (document->text.bytes[at] == '\n' &&
            document->paragraphs[paragraph_at(document, at)].to == at)
            return true;
    return false;
}

// Is what is put in just before the paragraph all of paragraphs of their own?
static bool is_before(const struct maker *maker, const struct laid_change *change, uint32_t from)
{
    const struct document *draft = merged_document(maker->merged, change->document);
    uint32_t last = change->range.to - 1;
    return change->base.to == from && change->range.from < change->range.to &&
           draft->paragraphs[paragraph_at(draft, last)].to == last;
}

static bool touches(const struct laid_change *change, struct range range)
{
    return change->base.from < range.to && change->base.to >= range.from;
}

// Can the party's changes in these bytes of the base become one?
static bool can_be_one(const struct maker *maker, struct party party, struct range range)
{
    for (size_t i = 0; i < maker->changes.count; i++) {
        const struct laid_change *change = LIST_AT(&maker->changes, struct laid_change, i);
        if (!holders_have(change->by, party) || !touches(change, range) ||
            is_before(maker, change, range.from))
            continue;
        const struct document *draft = merged_document(maker->merged, change->document);
        bool is_inside = change->base.from >= range.from && change->base.to < range.to;
        if (!is_inside || change->move_from > 0 || change->move_to > 0 ||
            has_mark(draft, change->range))
            return false;
    }
    return true;
}

static void forget(struct maker *maker, struct party party, struct range range)
{
    for (size_t i = 0; i < maker->changes.count; i++) {
        struct laid_change *change = LIST_AT(&maker->changes, struct laid_change, i);
        if (!holders_have(change->by, party) || !touches(change, range) ||
            is_before(maker, change, range.from))
            continue;
        struct party *kept = ARENA_ARRAY(maker->arena, struct party, change->by.count);
        uint32_t count = 0;
        for (uint32_t k = 0; k < change->by.count; k++)
            if (change->by.items[k].number != party.number)
                kept[count++] = change->by.items[k];
        change->by = (struct holders){kept, count};
    }
}

static void lift(struct maker *maker, const struct paragraph_change *change)
{
    const struct document *base = maker->merged->base;
    const struct paragraph *old = &base->paragraphs[change->base];
    const struct paragraph *new = paragraph_of(maker, change);
    struct range range = {old->from, old->to + 1};
    uint32_t parent = edit_parent(base, change->base);
    bool is_last = range.to == block_range(base, parent).to;
    if (is_last || !can_be_one(maker, change->party, range))
        return;
    forget(maker, change->party, range);
    change_add(maker, (struct laid_change){.base = range,
                                           .range = {new->from, new->to + 1},
                                           .document = change->party.number + 1,
                                           .by = {&change->party, 1},
                                           .container = parent});
}

void formats_lift(struct maker *maker, const struct list *wholes)
{
    for (size_t i = 0; i < wholes->count; i++)
        lift(maker, LIST_AT(wholes, const struct paragraph_change, i));
}
