// SPDX-License-Identifier: Apache-2.0
// The state tables against the record they are made from.
#include "casefile/casefile.h"
#include "casefile/replay.h"

static void add_row(struct builder *out, const struct state_row *row)
{
    builder_print(out, "%.*s\t%.*s\t%.*s\t%.*s\t", STR_ARGS(row->kind), STR_ARGS(row->id),
                  STR_ARGS(row->born), STR_ARGS(row->last));
    builder_add(out, row->value);
    builder_add_byte(out, '\n');
}

static bool tables_text(struct casefile *casefile, struct builder *out, struct error *error)
{
    struct cursor cursor = cursor_open(casefile->store, CURSOR_STATE, STR(""), 0);
    struct state_row row;
    bool more = true;
    bool done;
    while ((done = cursor_state(&cursor, &row, &more, error)) && more)
        add_row(out, &row);
    cursor_close(&cursor);
    return done;
}

// A store in memory that gets nothing but the open entries, applied one by one.
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

// Fills `store` (the case's own, cleared, or one in memory) from the record and reads it out.
static bool rebuilt_text(struct casefile *casefile, struct store *store, struct builder *out,
                         struct error *error)
{
    struct replay replay = replay_open();
    struct casefile target = {.store = store};
    bool done = replay_all(casefile, &replay, error) && store_clear_state(store, error) &&
                items_settle(&replay.items, store, error) && tables_text(&target, out, error);
    replay_close(&replay);
    return done;
}

bool casefile_rebuild(struct casefile *casefile, bool *was_right, struct error *error)
{
    struct arena *arena = arena_open();
    struct builder before = builder_make(arena);
    struct builder after = builder_make(arena);
    bool done = tables_text(casefile, &before, error) &&
                rebuilt_text(casefile, casefile->store, &after, error) &&
                casefile_load(casefile, error);
    if (done)
        *was_right = str_equal(builder_str(&before), builder_str(&after));
    arena_close(arena);
    return done;
}

bool casefile_is_settled(struct casefile *casefile, bool *is_right, struct error *error)
{
    struct arena *arena = arena_open();
    struct builder stored = builder_make(arena);
    struct builder rebuilt = builder_make(arena);
    struct store *model = NULL;
    bool done = tables_text(casefile, &stored, error) &&
                store_open(NULL, (struct store_options){STORE_CREATE, NULL}, &model, error) &&
                store_begin(model, error) && rebuilt_text(casefile, model, &rebuilt, error);
    if (done)
        *is_right = str_equal(builder_str(&stored), builder_str(&rebuilt));
    if (model)
        store_rollback(model);
    store_close(model);
    arena_close(arena);
    return done;
}
