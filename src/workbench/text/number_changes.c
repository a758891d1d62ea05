// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/number_changes.h"

#include "base/list.h"
#include "exchange/docx_lists/lists.h"

static int number_change_order(const void *a, const void *b)
{
    const struct number_change *x = a;
    const struct number_change *y = b;
    if (x->base != y->base)
        return x->base < y->base ? -1 : 1;
    return (x->party.number > y->party.number) - (x->party.number < y->party.number);
}

void number_changes_find(struct merged *merged, struct arena *arena)
{
    const struct document **documents =
        ARENA_ARRAY(arena, const struct document *, merged->party_count + 1);
    documents[0] = merged->base;
    for (uint32_t p = 0; p < merged->party_count; p++)
        documents[p + 1] = merged->drafts[p];
    struct docx_lists lists;
    docx_lists_find(merged, documents, NULL, arena, &lists);
    struct list changes = LIST_MAKE(arena, struct number_change);
    for (size_t i = 0; i < lists.change_count; i++)
        *LIST_ADD(&changes, struct number_change) = lists.changes[i];
    list_sort(&changes, number_change_order);
    merged->number_changes = LIST_ITEMS(&changes, struct number_change);
    merged->number_change_count = (uint32_t)changes.count;
}
