// SPDX-License-Identifier: Apache-2.0
// A heap of events by time, the least on top.

#ifndef ENTENTE_TIMETABLE_HEAP_H
#define ENTENTE_TIMETABLE_HEAP_H

#include "base/list.h"

// An event may stand in the heap more than once; who takes it off drops the stale ones.
// Of equal keys the smaller event comes first, so that the order never depends on history.
struct heap_item {
    int64_t key;
    uint32_t event;
};

struct heap {
    struct list items; // struct heap_item
};

struct heap heap_make(struct arena *arena);
void heap_push(struct heap *heap, int64_t key, uint32_t event);
// Takes the least off; false when the heap is empty.
bool heap_pop(struct heap *heap, struct heap_item *least);
void heap_clear(struct heap *heap);

#endif
