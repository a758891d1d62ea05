// SPDX-License-Identifier: Apache-2.0
// A long row of records of one size, in blocks that never move.

#ifndef ENTENTE_FRONTIER_TABLE_H
#define ENTENTE_FRONTIER_TABLE_H

#include "base/list.h"

#define TABLE_BLOCK 512u

// Record i stands in block i / TABLE_BLOCK. Cleared tables keep their blocks for the next use.
struct table {
    struct arena *arena; // its own
    size_t record_bytes;
    size_t count;
    struct list blocks; // char *
};

struct table table_make(size_t record_bytes);
void table_free(struct table *table);

static inline void *table_at(const struct table *table, size_t i)
{
    char *const *blocks = (char *const *)table->blocks.items;
    return blocks[i / TABLE_BLOCK] + i % TABLE_BLOCK * table->record_bytes;
}

// Room for one more record, its bytes as they were left.
void *table_add(struct table *table);

#endif
