// SPDX-License-Identifier: Apache-2.0
// The state tables against the record they are made from.
#include "casefile/casefile.h"
#include "casefile/replay.h"

// The open entries, applied one by one, and nothing else.
static bool replay_all(struct casefile *casefile, struct replay *replay, struct error *error)
{
    static const char *const audiences[] = {"public", "all"};
    for (size_t i = 0; i < 2; i++) {
        struct str audience = str_of(audiences[i]);
        struct cursor cursor = cursor_open(casefile->store, CURSOR_ENTRIES, audience, 0);
        struct entry_row row;
        bool more = true;
        bool done;
        while ((done = cursor_entry(&cursor, &row, &more, error)) && more) {
            struct arena *arena = replay->items.arena;
            struct entry entry;
            if (entry_is_gone(&row))
                continue;
            done = entry_read(arena_copy(arena, row.content), arena, &entry, error);
            if (!done)
                break;
            replay_apply(replay, &entry, order_of(entry.time, audience, row.at, arena));
        }
        cursor_close(&cursor);
        if (!done)
            return false;
    }
    return true;
}

bool casefile_remake(struct casefile *casefile, struct error *error)
{
    struct replay replay = replay_open();
    bool done = replay_all(casefile, &replay, error) && store_clear_state(casefile->store, error) &&
                items_settle(&replay.items, casefile->store, error) &&
                casefile_load(casefile, error);
    replay_close(&replay);
    casefile->has_appended = true; // what is loaded now is gone with a rollback
    return done;
}

bool casefile_rebuild(struct casefile *casefile, bool *was_right, struct error *error)
{
    struct str wrong;
    return casefile_is_settled(casefile, was_right, &wrong, error) &&
           casefile_remake(casefile, error);
}
