// SPDX-License-Identifier: Apache-2.0
#include "casefile/replay.h"

// Below this nothing is worth copying.
#define TIDY_BYTES ((size_t)32 << 20)

struct replay replay_open(void)
{
    return (struct replay){items_make(arena_open()), TIDY_BYTES};
}

void replay_apply(struct replay *replay, const struct entry *entry, struct str order)
{
    items_apply(&replay->items, entry, order);
    if (arena_bytes(replay->items.arena) < replay->tidy_at)
        return;
    struct arena *old = replay->items.arena;
    replay->items = items_copy(&replay->items, arena_open());
    replay->tidy_at = 2 * arena_bytes(replay->items.arena) + TIDY_BYTES;
    arena_close(old);
}

void replay_close(struct replay *replay)
{
    arena_close(replay->items.arena);
}
