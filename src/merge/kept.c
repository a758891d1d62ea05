// SPDX-License-Identifier: Apache-2.0
#include "merge/kept.h"

static int by_draft(const void *a, const void *b)
{
    const struct kept_words *x = a;
    const struct kept_words *y = b;
    if (x->party.number != y->party.number)
        return x->party.number < y->party.number ? -1 : 1;
    if (x->draft.from != y->draft.from)
        return x->draft.from < y->draft.from ? -1 : 1;
    return (x->draft.to < y->draft.to) - (x->draft.to > y->draft.to); // the longer one first
}

// A stretch of the body that is equal to the byte holds those of the tables in it.
void kept_sort(struct list *kept)
{
    list_sort(kept, by_draft);
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
