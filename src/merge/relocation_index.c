// SPDX-License-Identifier: Apache-2.0
#include "merge/relocation_index.h"

#include <stdlib.h>

static int compare_starts(const void *a, const void *b)
{
    const struct relocation_start *x = a;
    const struct relocation_start *y = b;
    if (x->flow != y->flow)
        return x->flow < y->flow ? -1 : 1;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

struct relocation_index relocation_index_make(const struct relocation *items, size_t count,
                                              struct arena *arena)
{
    struct relocation_index index = {.items = items, .count = (uint32_t)count};
    if (count == 0)
        return index;
    for (int side = RELOCATED_BASE; side <= RELOCATED_DRAFT; side++) {
        struct relocation_start *starts = ARENA_ARRAY(arena, struct relocation_start, count);
        for (uint32_t i = 0; i < index.count; i++)
            starts[i] = (struct relocation_start){
                items[i].flow, side == RELOCATED_BASE ? items[i].base_from : items[i].draft_from,
                i};
        qsort(starts, count, sizeof *starts, compare_starts);
        index.starts[side] = starts;
    }
    return index;
}

const struct relocation_start *relocation_index_find(const struct relocation_index *index,
                                                     enum relocation_side side, uint32_t flow,
                                                     uint32_t from)
{
    const struct relocation_start wanted = {flow, from, 0};
    const struct relocation_start *starts = index->starts[side];
    uint32_t low = 0;
    uint32_t high = index->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (compare_starts(&starts[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < index->count && starts[low].flow == flow ? &starts[low] : NULL;
}

const struct relocation_start *relocation_index_next(const struct relocation_index *index,
                                                     enum relocation_side side,
                                                     const struct relocation_start *start)
{
    const struct relocation_start *next = start + 1;
    bool is_one = next < index->starts[side] + index->count && next->flow == start->flow;
    return is_one ? next : NULL;
}

uint32_t relocation_index_exact(const struct relocation_index *index, enum relocation_side side,
                                uint32_t flow, uint32_t from, uint32_t to)
{
    const struct relocation_start *start = relocation_index_find(index, side, flow, from);
    for (; start && start->from == from; start = relocation_index_next(index, side, start)) {
        const struct relocation *r = &index->items[start->number];
        if ((side == RELOCATED_BASE ? r->base_to : r->draft_to) == to)
            return start->number;
    }
    return NO_INDEX;
}
