// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/edit_tables.h"

uint32_t last_table_end(const struct document *document, struct range range)
{
    uint32_t end = NO_INDEX;
    // A table holds marks of paragraphs; few changes do.
    struct str text = str_slice(document->text, range.from, range.to);
    if (str_find_byte(text, '\n') == text.length)
        return end;
    // Tables that begin in the range: their first paragraph does.
    for (uint32_t b = block_from(document, range.from); b < document->block_count; b++) {
        struct range block = block_range(document, b);
        if (block.from >= range.to)
            break;
        if (document->blocks[b].kind == BLOCK_TABLE && block.to <= range.to &&
            (end == NO_INDEX || block.to > end))
            end = block.to;
    }
    return end;
}

void tables_part(struct maker *maker, struct laid_change *change)
{
    const struct document *base = maker->merged->base;
    const struct document *draft = merged_document(maker->merged, change->document);
    uint32_t end = last_table_end(draft, change->range);
    uint32_t from = change->base.from;
    if (end == NO_INDEX || from == change->base.to ||
        base->paragraphs[paragraph_at(base, from)].from != from)
        return;
    struct laid_change tables = *change;
    tables.base.to = from;
    tables.range.to = end;
    tables.move_from = 0;
    tables.move_to = 0;
    change_add(maker, tables);
    change->range.from = end;
}

// Does everybody in `by` stand in `all`?
static bool have_all(struct holders all, struct holders by)
{
    bool have = true;
    for (uint32_t i = 0; have && i < by.count; i++)
        have = holders_have(all, by.items[i]);
    return have;
}

static bool share_one(struct holders a, struct holders b)
{
    bool share = false;
    for (uint32_t i = 0; !share && i < a.count; i++)
        share = holders_have(b, a.items[i]);
    return share;
}

// How far up the words before byte `at` are taken out by all of `by`, within its paragraph.
static uint32_t taken_from(const struct document *base, const struct list *deletions, uint32_t at,
                           struct holders by)
{
    uint32_t first = base->paragraphs[paragraph_at(base, at)].from;
    size_t behind =
        first_deletion_behind(LIST_ITEMS(deletions, struct deletion), deletions->count, at);
    if (behind < deletions->count && LIST_AT(deletions, struct deletion, behind)->base.from < at)
        behind++; // it takes in what stands on both sides
    for (size_t i = behind; i-- > 0 && at > first;) {
        const struct deletion *deletion = LIST_AT(deletions, struct deletion, i);
        if (deletion->base.to < at || !have_all(deletion->by, by))
            break;
        at = deletion->base.from;
    }
    return at > first ? at : first;
}

// The last place from `from` on where somebody who holds the insertion puts in something before it.
static uint32_t last_place(const struct list *insertions, size_t own, uint32_t from)
{
    const struct insertion *insertion = LIST_AT(insertions, struct insertion, own);
    for (size_t i = 0; i < insertions->count; i++) {
        const struct insertion *other = LIST_AT(insertions, struct insertion, i);
        bool is_before = other->at < insertion->at || (other->at == insertion->at && i < own);
        if (is_before && other->at > from && share_one(other->by, insertion->by))
            from = other->at;
    }
    return from;
}

// The text's end is the end of its last paragraph.
static uint32_t place_in_paragraph(const struct document *base, uint32_t at)
{
    return at < base->text.length ? at : (uint32_t)base->text.length - 1; // texts are below 4 GiB
}

void tables_lift(const struct maker *maker, const struct list *deletions, struct list *insertions)
{
    const struct document *base = maker->merged->base;
    for (size_t i = 0; i < insertions->count; i++) {
        struct insertion insertion = *LIST_AT(insertions, struct insertion, i);
        enum block_kind kind = base->blocks[insertion.container].kind;
        const struct document *draft = merged_document(maker->merged, insertion.document);
        if (kind == BLOCK_TABLE || kind == BLOCK_ROW)
            continue;
        uint32_t end = last_table_end(draft, insertion.range);
        if (end == NO_INDEX)
            continue;
        uint32_t at = place_in_paragraph(base, insertion.at);
        uint32_t from = last_place(insertions, i, taken_from(base, deletions, at, insertion.by));
        if (from >= at)
            continue;
        struct insertion tables = insertion;
        tables.at = from;
        tables.range.to = end;
        tables.move = 0;
        insertion.range.from = end;
        bool is_all = insertion.range.from == insertion.range.to;
        *LIST_AT(insertions, struct insertion, i) = is_all ? tables : insertion;
        if (!is_all)
            *LIST_ADD(insertions, struct insertion) = tables;
    }
}
