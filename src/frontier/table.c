// SPDX-License-Identifier: Apache-2.0
#include "frontier/table.h"

struct table table_make(size_t record_bytes)
{
    struct table table = {.arena = arena_open(), .record_bytes = record_bytes};
    table.blocks = LIST_MAKE(table.arena, char *);
    return table;
}

void table_free(struct table *table)
{
    arena_close(table->arena);
    *table = (struct table){NULL};
}

void *table_add(struct table *table)
{
    if (table->count == table->blocks.count * TABLE_BLOCK)
        *LIST_ADD(&table->blocks, char *) =
            arena_take(table->arena, TABLE_BLOCK, table->record_bytes);
    return table_at(table, table->count++);
}
