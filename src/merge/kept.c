// SPDX-License-Identifier: Apache-2.0
#include "merge/kept.h"

#include <stdlib.h>
#include <string.h>

static int by_draft(const void *a, const void *b)
{
    const struct kept_words *x = a;
    const struct kept_words *y = b;
    if (x->draft.from != y->draft.from)
        return x->draft.from < y->draft.from ? -1 : 1;
    return (x->draft.to < y->draft.to) - (x->draft.to > y->draft.to); // the longer one first
}

static bool is_sorted(const struct kept_words *items, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (by_draft(&items[i - 1], &items[i]) > 0)
            return false;
    return true;
}

// They were found along the base: put party by party, most stand in the draft's order already.
static void sort_by_party(struct list *kept, uint32_t party_count)
{
    struct arena *scratch = arena_open();
    struct kept_words *items = LIST_ITEMS(kept, struct kept_words);
    struct kept_words *found = arena_take_bare(scratch, kept->count * sizeof *found);
    size_t *ends = ARENA_ARRAY(scratch, size_t, party_count + 1); // of each party's stretches
    if (kept->count > 0)
        memcpy(found, items, kept->count * sizeof *found);
    for (size_t i = 0; i < kept->count; i++)
        ends[found[i].party.number + 1]++;
    for (uint32_t p = 0; p < party_count; p++)
        ends[p + 1] += ends[p];
    for (size_t i = 0; i < kept->count; i++)
        items[ends[found[i].party.number]++] = found[i];
    for (uint32_t p = 0; p < party_count; p++) {
        size_t from = p > 0 ? ends[p - 1] : 0;
        if (ends[p] > from && !is_sorted(items + from, ends[p] - from))
            qsort(items + from, ends[p] - from, sizeof *items, by_draft);
    }
    arena_close(scratch);
}

// A stretch of the body that is equal to the byte holds those of the tables in it.
void kept_sort(struct list *kept, uint32_t party_count)
{
    sort_by_party(kept, party_count);
    size_t count = 0;
    for (size_t i = 0; i < kept->count; i++) {
        struct kept_words *one = LIST_AT(kept, struct kept_words, i);
        const struct kept_words *last =
            count > 0 ? LIST_AT(kept, struct kept_words, count - 1) : NULL;
        bool is_inside = last && last->party.number == one->party.number &&
                         last->draft.to >= one->draft.to && one->draft.from >= last->draft.from;
        if (!is_inside)
            *LIST_AT(kept, struct kept_words, count++) = *one;
    }
    list_cut(kept, count);
}

// The last stretch of the party that begins at or before the byte; NULL when there is none.
static const struct kept_words *stretch_before(const struct merged *merged, struct party party,
                                               uint32_t at)
{
    uint32_t low = 0;
    uint32_t high = merged->kept_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const struct kept_words *kept = &merged->kept[middle];
        bool is_behind = kept->party.number > party.number ||
                         (kept->party.number == party.number && kept->draft.from > at);
        if (is_behind)
            high = middle;
        else
            low = middle + 1;
    }
    if (low == 0 || merged->kept[low - 1].party.number != party.number)
        return NULL;
    return &merged->kept[low - 1];
}

uint32_t kept_base_at(const struct merged *merged, struct party party, uint32_t at)
{
    const struct kept_words *kept = stretch_before(merged, party, at);
    if (!kept || at >= kept->draft.to)
        return NO_INDEX;
    return kept->base.from + (at - kept->draft.from);
}

uint32_t kept_base_near(const struct merged *merged, struct party party, uint32_t at)
{
    const struct kept_words *kept = stretch_before(merged, party, at);
    if (!kept)
        return 0;
    return at < kept->draft.to ? kept->base.from + (at - kept->draft.from) : kept->base.to;
}

uint32_t kept_paragraph(const struct merged *merged, struct party party, uint32_t paragraph)
{
    const struct document *draft = merged->drafts[party.number];
    uint32_t mark = kept_base_at(merged, party, draft->paragraphs[paragraph].to);
    if (mark == NO_INDEX)
        return NO_INDEX;
    uint32_t number = paragraph_at(merged->base, mark);
    return merged->base->paragraphs[number].to == mark ? number : NO_INDEX;
}
