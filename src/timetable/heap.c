// SPDX-License-Identifier: Apache-2.0
#include "timetable/heap.h"

struct heap heap_make(struct arena *arena)
{
    return (struct heap){LIST_MAKE(arena, struct heap_item)};
}

static bool is_less(struct heap_item a, struct heap_item b)
{
    return a.key != b.key ? a.key < b.key : a.event < b.event;
}

void heap_push(struct heap *heap, int64_t key, uint32_t event)
{
    struct heap_item added = {key, event};
    LIST_ADD(&heap->items, struct heap_item);
    struct heap_item *items = heap->items.items;
    size_t at = heap->items.count - 1;
    while (at > 0 && is_less(added, items[(at - 1) / 2])) {
        items[at] = items[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    items[at] = added;
}

bool heap_pop(struct heap *heap, struct heap_item *least)
{
    size_t count = heap->items.count;
    if (count == 0)
        return false;
    struct heap_item *items = heap->items.items;
    *least = items[0];
    struct heap_item last = items[--count];
    list_cut(&heap->items, count);
    size_t at = 0;
    for (size_t child = 1; child < count; child = 2 * at + 1) {
        if (child + 1 < count && is_less(items[child + 1], items[child]))
            child++;
        if (!is_less(items[child], last))
            break;
        items[at] = items[child];
        at = child;
    }
    if (count > 0)
        items[at] = last;
    return true;
}

void heap_clear(struct heap *heap)
{
    list_cut(&heap->items, 0);
}
