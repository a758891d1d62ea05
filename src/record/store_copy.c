// SPDX-License-Identifier: Apache-2.0
// All rows of one store into another, whatever lies below either. Nothing is made anew on the way: a row
// that is damaged is damaged in the copy.
#include "record/store.h"
#include "record/store_parts.h"

struct store_copying {
    struct store *from;
    struct store *to;
    struct arena *arena;
    struct error *error;
};

static bool copy_log(const struct store_copying *copying, struct str audience)
{
    struct cursor cursor = cursor_open(copying->from, CURSOR_ENTRIES, audience, 0);
    struct entry_row row;
    bool more = true;
    bool done;
    while ((done = cursor_entry(&cursor, &row, &more, copying->error)) && more)
        if (!store_add_entry(copying->to, &row, copying->error)) {
            done = false;
            break;
        }
    cursor_close(&cursor);
    return done;
}

static bool copy_entries(const struct store_copying *copying)
{
    struct list audiences;
    if (!store_audiences(copying->from, copying->arena, &audiences, copying->error))
        return false;
    for (size_t i = 0; i < audiences.count; i++)
        if (!copy_log(copying, *LIST_AT(&audiences, struct str, i)))
            return false;
    return true;
}

static bool copy_heads(const struct store_copying *copying)
{
    struct list heads;
    if (!store_heads(copying->from, copying->arena, &heads, copying->error))
        return false;
    for (size_t i = 0; i < heads.count; i++)
        if (!store_set_head(copying->to, LIST_AT(&heads, struct head_row, i), copying->error))
            return false;
    return true;
}

static bool copy_files(const struct store_copying *copying)
{
    struct cursor cursor = cursor_open(copying->from, CURSOR_ATTACHMENTS, STR(""), 0);
    struct attachment_row row;
    bool more = true;
    bool done;
    while ((done = cursor_attachment(&cursor, &row, &more, copying->error)) && more)
        if (!store_add_attachment_row(copying->to, &row, copying->error)) {
            done = false;
            break;
        }
    cursor_close(&cursor);
    return done;
}

static bool copy_state(const struct store_copying *copying)
{
    struct cursor cursor = cursor_open(copying->from, CURSOR_STATE_ROWS, STR(""), 0);
    struct state_row row;
    bool more = true;
    bool done;
    while ((done = cursor_state(&cursor, &row, &more, copying->error)) && more)
        if (!store_set_state(copying->to, &row, copying->error)) {
            done = false;
            break;
        }
    cursor_close(&cursor);
    return done;
}

static bool copy_checkpoints(const struct store_copying *copying)
{
    struct list rows;
    if (!store_checkpoints(copying->from, copying->arena, &rows, copying->error))
        return false;
    for (size_t i = 0; i < rows.count; i++)
        if (!store_add_checkpoint(copying->to, LIST_AT(&rows, struct checkpoint_row, i),
                                  copying->error))
            return false;
    return true;
}

static bool copy_meta(const struct store_copying *copying)
{
    struct list names;
    struct str value;
    if (!store_meta_names(copying->from, copying->arena, &names, copying->error))
        return false;
    for (size_t i = 0; i < names.count; i++) {
        struct str name = *LIST_AT(&names, struct str, i);
        if (!store_meta(copying->from, name, copying->arena, &value, copying->error) ||
            !store_set_meta(copying->to, name, value, copying->error))
            return false;
    }
    return true;
}

bool store_copy_rows(struct store *from, struct store *to, struct error *error)
{
    struct arena *arena = arena_open();
    const struct store_copying copying = {from, to, arena, error};
    bool done = store_begin(to, error) && to->driver->set_format(to, from->format, error) &&
                copy_entries(&copying) && copy_heads(&copying) && copy_files(&copying) &&
                copy_state(&copying) && copy_checkpoints(&copying) && copy_meta(&copying);
    arena_close(arena);
    if (!done)
        return false;
    to->format = from->format;
    return store_commit(to, error);
}
