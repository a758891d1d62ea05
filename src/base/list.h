// SPDX-License-Identifier: Apache-2.0
// A row of objects of one type that grows at its end, in an arena.

#ifndef ENTENTE_BASE_LIST_H
#define ENTENTE_BASE_LIST_H

#include "base/arena.h"

#include <assert.h>
#include <string.h>

// 1. items points at `count` objects of element_bytes each. 2. count <= capacity.
struct list {
    struct arena *arena;
    void *items;
    size_t count;
    size_t capacity;
    size_t element_bytes;
};

struct list list_make_of(struct arena *arena, size_t element_bytes);
#define LIST_MAKE(arena, type) list_make_of((arena), sizeof(type))

// Makes room for at least one more object.
void list_grow(struct list *list);

// Room for one more object at the end, all bytes zero. It may move when the list grows again. These two
// are called for every word: the compiler knows the size here.
static inline void *list_add_of(struct list *list, size_t element_bytes)
{
    assert(list->element_bytes == element_bytes);
    if (list->count == list->capacity)
        list_grow(list);
    void *added = (char *)list->items + list->count++ * element_bytes;
    return memset(added, 0, element_bytes);
}
#define LIST_ADD(list, type) ((type *)list_add_of((list), sizeof(type)))

// Makes room for `more` objects at once, so that the list need not move while they are added.
void list_reserve(struct list *list, size_t more);

// The object at index i, which must be below count.
static inline void *list_at_of(const struct list *list, size_t i, size_t element_bytes)
{
    assert(list->element_bytes == element_bytes && i < list->count);
    return (char *)list->items + i * element_bytes;
}
#define LIST_AT(list, type, i) ((type *)list_at_of((list), (i), sizeof(type)))
// All objects as an array, to hand on once the list is finished.
#define LIST_ITEMS(list, type) ((type *)(list)->items)

// Sorts as qsort; an empty list is fine.
void list_sort(struct list *list, int (*order)(const void *, const void *));

// Keeps only the first `count` objects.
void list_cut(struct list *list, size_t count);

#endif
