// SPDX-License-Identifier: Apache-2.0
#include "casefile/ground.h"

#include "casefile/access.h"

#include <string.h>

void grounds_enter(const struct grounds *grounds)
{
    if (grounds->lock)
        grounds->lock(grounds->self);
}

void grounds_leave(const struct grounds *grounds)
{
    if (grounds->unlock)
        grounds->unlock(grounds->self);
}

static void ground_drop(struct ground *ground)
{
    if (ground && ground->is_left && ground->holders == 0)
        arena_close(ground->arena);
}

static bool is_before(const struct head_row *then, const struct list *heads)
{
    for (size_t i = 0; i < heads->count; i++) {
        const struct head_row *now = LIST_AT(heads, struct head_row, i);
        if (!str_equal(now->audience, then->audience))
            continue;
        return then->size < now->size ||
               (then->size == now->size && hash_equal(then->root, now->root));
    }
    return false;
}

struct ground *grounds_take(const struct grounds *grounds, const struct list *heads)
{
    struct ground *ground = grounds->ground;
    bool is_good = ground && !ground->is_worn;
    for (size_t i = 0; is_good && i < ground->heads.count; i++)
        is_good = is_before(LIST_AT(&ground->heads, struct head_row, i), heads);
    if (!is_good)
        return NULL;
    ground->holders++;
    return ground;
}

struct ground *ground_make(void)
{
    struct arena *arena = arena_open();
    struct ground *ground = ARENA_NEW(arena, struct ground);
    *ground = (struct ground){.arena = arena,
                              .items = items_make(arena),
                              .digest = state_digest_make(arena),
                              .heads = LIST_MAKE(arena, struct head_row),
                              .holders = 1};
    return ground;
}

void grounds_set(struct grounds *grounds, struct ground *ground)
{
    struct ground *before = grounds->ground;
    if (before)
        before->is_left = true;
    ground_drop(before);
    grounds->ground = ground;
}

void grounds_give(const struct grounds *grounds, struct ground *ground)
{
    if (!ground)
        return;
    grounds_enter(grounds);
    ground->holders--;
    ground_drop(ground);
    grounds_leave(grounds);
}

void grounds_close(struct grounds *grounds)
{
    grounds_set(grounds, NULL);
}
