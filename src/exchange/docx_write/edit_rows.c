// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/edit_rows.h"

void change_add(struct maker *maker, struct laid_change change)
{
    change.order = (uint32_t)maker->changes.count;
    *LIST_ADD(&maker->changes, struct laid_change) = change;
}

uint32_t edit_parent(const struct document *document, uint32_t paragraph)
{
    uint32_t low = 0;
    uint32_t high = document->block_count;
    uint32_t from = document->paragraphs[paragraph].from;
    while (low + 1 < high) { // the last block that begins at or before the paragraph
        uint32_t middle = low + (high - low) / 2;
        if (block_range(document, middle).from <= from)
            low = middle;
        else
            high = middle;
    }
    return document->blocks[low].parent;
}

static uint32_t row_above(const struct document *document, uint32_t block)
{
    while (block != NO_INDEX && document->blocks[block].kind != BLOCK_ROW)
        block = document->blocks[block].parent;
    return block;
}

// How many rows a block lies in; tables may stand in cells of others.
static uint32_t row_depth(const struct document *document, uint32_t block)
{
    uint32_t depth = 0;
    for (block = row_above(document, block); block != NO_INDEX;
         block = row_above(document, document->blocks[block].parent))
        depth++;
    return depth;
}

// The row around byte `at` that lies as deep as `depth` says, or the innermost when none lies so deep.
static uint32_t row_around(const struct document *document, uint32_t at, uint32_t depth)
{
    uint32_t row = row_above(document, edit_parent(document, paragraph_at(document, at)));
    for (uint32_t own = row == NO_INDEX ? 0 : row_depth(document, row); own > depth; own--)
        row = row_above(document, document->blocks[row].parent);
    return row;
}

// The row of a party's draft that has kept words or marks of a row of the base; NO_INDEX when it has
// kept none, or when the words that it kept stand in no row now.
static uint32_t kept_row(const struct maker *maker, struct party party, uint32_t row)
{
    const struct merged *merged = maker->merged;
    struct range base = block_range(merged->base, row);
    for (uint32_t i = 0; i < merged->kept_count; i++) {
        const struct kept_words *kept = &merged->kept[i];
        if (kept->party.number != party.number || kept->base.to <= base.from ||
            kept->base.from >= base.to)
            continue;
        uint32_t skipped = kept->base.from < base.from ? base.from - kept->base.from : 0;
        return row_around(merged->drafts[party.number], kept->draft.from + skipped,
                          row_depth(merged->base, row));
    }
    return NO_INDEX;
}

// The row of the first holder's draft that a change of cells belongs to.
static uint32_t draft_row(const struct maker *maker, const struct laid_change *change)
{
    const struct document *base = maker->merged->base;
    const struct document *draft = merged_document(maker->merged, change->document);
    uint32_t kept = kept_row(maker, change->by.items[0], change->container);
    if (kept != NO_INDEX || change->document != change->by.items[0].number + 1)
        return kept;
    // The place of an empty wording is the border between two cells: the row is that of the one
    // before it, unless the change begins with its row.
    bool at_start = change->base.from == block_range(base, change->container).from;
    uint32_t at = change->range.from;
    if (change->range.from == change->range.to && !at_start && at > 0)
        at--;
    return row_around(draft, at, row_depth(base, change->container));
}

// Whether a change lies in a row of the base, its cells and what they hold. A row put in beside it
// touches its bytes but stands in the table.
static bool is_in_row(const struct maker *maker, const struct laid_change *change, uint32_t row)
{
    const struct block *blocks = maker->merged->base->blocks;
    return change->container >= row && change->container < blocks[row].end;
}

// Whether a change lies in a note or text box that something in the range of the base leads to.
static bool is_led_to(const struct maker *maker, const struct laid_change *change,
                      struct range range)
{
    const struct document *base = maker->merged->base;
    uint32_t root = change->container;
    while (base->blocks[root].parent != NO_INDEX)
        root = base->blocks[root].parent;
    if (root == 0)
        return false;
    for (uint32_t run = run_at(base, range.from);
         run < base->run_count && base->runs[run].from < range.to; run++)
        if (run_story(base, run) == root)
            return true;
    return false;
}

// Those of `by` who take part in just the same changes inside the row, and in the notes of it, as the
// first of them.
static struct holders like_the_first(const struct maker *maker, uint32_t row, struct holders by)
{
    struct range range = block_range(maker->merged->base, row);
    struct party *alike = ARENA_ARRAY(maker->arena, struct party, by.count);
    uint32_t count = 0;
    for (uint32_t k = 0; k < by.count; k++) {
        bool same = true;
        for (size_t i = 0; i < maker->changes.count && same; i++) {
            const struct laid_change *change = LIST_AT(&maker->changes, struct laid_change, i);
            bool first = holders_have(change->by, by.items[0]);
            if (first != holders_have(change->by, by.items[k]))
                same = !is_in_row(maker, change, row) && !is_led_to(maker, change, range);
        }
        if (same)
            alike[count++] = by.items[k];
    }
    return (struct holders){alike, count};
}

// Takes these parties out of all changes inside the row.
static void forget(struct maker *maker, uint32_t row, struct holders gone)
{
    for (size_t i = 0; i < maker->changes.count; i++) {
        struct laid_change *change = LIST_AT(&maker->changes, struct laid_change, i);
        if (!is_in_row(maker, change, row))
            continue;
        struct party *kept = ARENA_ARRAY(maker->arena, struct party, change->by.count);
        uint32_t count = 0;
        for (uint32_t k = 0; k < change->by.count; k++)
            if (!holders_have(gone, change->by.items[k]))
                kept[count++] = change->by.items[k];
        change->by = (struct holders){kept, count};
    }
}

void rows_lift(struct maker *maker)
{
    const struct document *base = maker->merged->base;
    size_t count = maker->changes.count;
    for (size_t i = 0; i < count;) {
        const struct laid_change change = *LIST_AT(&maker->changes, struct laid_change, i);
        if (base->blocks[change.container].kind != BLOCK_ROW || change.by.count == 0) {
            i++;
            continue;
        }
        // Others who take part in this change follow with rows of their own.
        struct holders by = like_the_first(maker, change.container, change.by);
        uint32_t row = draft_row(maker, &change);
        uint32_t document = change.by.items[0].number + 1;
        if (row == NO_INDEX)
            document = change.document;
        forget(maker, change.container, by);
        change_add(maker,
                   (struct laid_change){
                       .base = block_range(base, change.container),
                       .range = row == NO_INDEX
                                    ? change.range
                                    : block_range(merged_document(maker->merged, document), row),
                       .document = document,
                       .by = by,
                       .container = base->blocks[change.container].parent});
    }
}
