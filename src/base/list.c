// SPDX-License-Identifier: Apache-2.0
#include "base/list.h"

#include <assert.h>
#include <stdlib.h>

struct list list_make_of(struct arena *arena, size_t element_bytes)
{
    return (struct list){.arena = arena, .element_bytes = element_bytes};
}

static void set_capacity(struct list *list, size_t capacity)
{
    list->items = arena_extend_bare(list->arena, list->items, list->capacity * list->element_bytes,
                                    capacity * list->element_bytes);
    list->capacity = capacity;
}

void list_grow(struct list *list)
{
    set_capacity(list, list->capacity == 0 ? 8 : list->capacity * 2);
}

void list_reserve(struct list *list, size_t more)
{
    if (list->capacity - list->count < more)
        set_capacity(list, list->count + more);
}

void list_cut(struct list *list, size_t count)
{
    assert(count <= list->count);
    list->count = count;
}

static bool is_in_order(const struct list *list, int (*order)(const void *, const void *))
{
    const char *item = list->items;
    for (size_t i = 1; i < list->count; i++, item += list->element_bytes)
        if (order(item, item + list->element_bytes) > 0)
            return false;
    return true;
}

void list_sort(struct list *list, int (*order)(const void *, const void *))
{
    // Most lists that are sorted are in order already.
    if (list->count > 1 && !is_in_order(list, order))
        qsort(list->items, list->count, list->element_bytes, order);
}
