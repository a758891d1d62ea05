// SPDX-License-Identifier: Apache-2.0
#include "base/list.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

struct list list_make_of(struct arena *arena, size_t element_bytes)
{
    return (struct list){.arena = arena, .element_bytes = element_bytes};
}

void *list_add_of(struct list *list, size_t element_bytes)
{
    assert(list->element_bytes == element_bytes);
    if (list->count == list->capacity) {
        size_t capacity = list->capacity == 0 ? 8 : list->capacity * 2;
        list->items = arena_extend(list->arena, list->items, list->capacity * element_bytes,
                                   capacity * element_bytes);
        list->capacity = capacity;
    }
    void *added = (char *)list->items + list->count * element_bytes;
    memset(added, 0, element_bytes); // an element cut off earlier may have left its bytes here
    list->count++;
    return added;
}

void list_reserve(struct list *list, size_t more)
{
    if (list->capacity - list->count >= more)
        return;
    size_t capacity = list->count + more;
    list->items = arena_extend(list->arena, list->items, list->capacity * list->element_bytes,
                               capacity * list->element_bytes);
    list->capacity = capacity;
}

void *list_at_of(const struct list *list, size_t i, size_t element_bytes)
{
    assert(list->element_bytes == element_bytes && i < list->count);
    return (char *)list->items + i * element_bytes;
}

void list_cut(struct list *list, size_t count)
{
    assert(count <= list->count);
    list->count = count;
}

void list_sort(struct list *list, int (*order)(const void *, const void *))
{
    if (list->count > 1)
        qsort(list->items, list->count, list->element_bytes, order);
}
