// SPDX-License-Identifier: Apache-2.0
// Opening a case for a viewer.
#include "casefile/casefile.h"

#include "casefile/access.h"
#include "casefile/replay.h"
#include "record/guarded.h"

#include <stdlib.h>
#include <string.h>

// "2025-12-20" stands for the whole day; a time stands for itself.
static bool last_moment(struct str as_of, struct arena *arena, struct str *moment,
                        struct error *error)
{
    *moment = as_of.length == 10 ? arena_print(arena, "%.*sT23:59:59Z", STR_ARGS(as_of))
                                 : arena_copy(arena, as_of);
    return as_of.length == 0 || casefile_is_time(*moment) ||
           error_set(error, MISUSE,
                     "\"%.*s\" is neither a day like 2025-12-20 nor a time like "
                     "2025-12-20T10:00:00Z",
                     STR_ARGS(str_slice(as_of, 0, 40)));
}

static void note_newest(struct casefile *casefile, struct str time)
{
    if (str_compare(time, casefile->newest) <= 0 || time.length >= sizeof casefile->newest_bytes)
        return;
    memcpy(casefile->newest_bytes, time.bytes, time.length);
    casefile->newest = (struct str){casefile->newest_bytes, time.length};
}

// How far the state goes in a log; NULL when it has nothing of it.
static struct log_read *log_of(const struct casefile *casefile, struct str audience)
{
    for (size_t i = 0; i < casefile->logs.count; i++) {
        struct log_read *log = LIST_AT(&casefile->logs, struct log_read, i);
        if (str_equal(log->audience, audience))
            return log;
    }
    return NULL;
}

static void note_entry(struct casefile *casefile, const struct entry *entry, struct str audience,
                       uint64_t at)
{
    struct log_read *log = log_of(casefile, audience);
    if (!log) {
        log = LIST_ADD(&casefile->logs, struct log_read);
        log->audience = arena_copy(casefile->state, audience);
    }
    if (log->size <= at)
        log->size = at + 1;
    note_newest(casefile, entry->time);
}

// Applies a whole log to a state.
static bool apply_log(struct casefile *casefile, struct str audience, struct replay *replay,
                      struct error *error)
{
    struct cursor cursor = cursor_open(casefile->store, CURSOR_ENTRIES, audience, 0);
    struct viewed_entry viewed;
    bool more = true;
    bool done;
    while ((done = casefile_next_entry(casefile, &cursor, replay->items.arena, &viewed, &more,
                                       error)) &&
           more) {
        note_newest(casefile, viewed.entry.time);
        replay_apply(replay, &viewed.entry, viewed.order);
    }
    cursor_close(&cursor);
    return done;
}

// The state that was replayed, in the case's own memory.
static struct items settled(const struct replay *replay, struct arena *arena)
{
    struct items items = items_copy(&replay->items, arena);
    items_forget_touched(&items);
    return items;
}

// An entry that takes others out changes nothing, so that no row has its time; as the last of its log it
// counts.
static bool note_forgetting(struct casefile *casefile, const struct log_read *log,
                            struct error *error)
{
    struct arena *arena = arena_open();
    struct entry_row row;
    struct entry entry;
    bool done = store_entry(casefile->store, log->audience, log->size - 1, arena, &row, error);
    if (done && forgetting_is(row.content)) {
        done = entry_read(row.content, arena, &entry, error);
        if (done)
            note_newest(casefile, entry.time);
    }
    arena_close(arena);
    return done;
}

static bool note_all_forgetting(struct casefile *casefile, struct error *error)
{
    for (size_t i = 0; i < casefile->logs.count; i++) {
        const struct log_read *log = LIST_AT(&casefile->logs, struct log_read, i);
        if (access_is_open(log->audience) && log->size > 0 &&
            !note_forgetting(casefile, log, error))
            return false;
    }
    return true;
}

static bool restore_state(struct casefile *casefile, struct items *items, struct error *error)
{
    struct cursor cursor = cursor_open(casefile->store, CURSOR_STATE, STR(""), 0);
    struct state_row row;
    bool more = true;
    bool done;
    while ((done = cursor_state(&cursor, &row, &more, error)) && more) {
        state_digest_set(
            &casefile->digest, items->all.count,
            state_row_hash(row.kind, row.id, row.born, row.last, state_value_hash(row.value)));
        done = items_restore(items, &row, error);
        if (!done)
            break;
    }
    cursor_close(&cursor);
    casefile->has_digest = done;
    for (size_t i = 0; i < items->all.count; i++)
        note_newest(casefile, order_time(LIST_AT(&items->all, struct item, i)->last));
    return done && note_all_forgetting(casefile, error);
}

// The open part of what the viewer sees: the state tables where they hold, else the logs.
static bool load_open(struct casefile *casefile, struct error *error)
{
    struct items items = items_make(casefile->state);
    bool is_public = str_equal(casefile->view.viewer, STR("public"));
    bool done;
    if (is_public || casefile->view.as_of.length > 0) {
        struct replay replay = replay_open();
        done = apply_log(casefile, STR("public"), &replay, error) &&
               (is_public || apply_log(casefile, STR("all"), &replay, error));
        items = settled(&replay, casefile->state);
        replay_close(&replay);
    } else {
        done = restore_state(casefile, &items, error);
    }
    casefile->open = items;
    casefile->items = items;
    return done;
}

static bool is_own(const struct casefile *casefile, struct str audience)
{
    return casefile->has_keys && !access_is_open(audience) && casefile_may_see(casefile, audience);
}

// Puts what only the viewer may see on top of a copy of the open state; where there is nothing of it, the
// open state is all.
static bool load_sealed(struct casefile *casefile, struct error *error)
{
    struct list audiences;
    if (!casefile->has_keys)
        return true;
    if (!store_audiences(casefile->store, casefile->state, &audiences, error))
        return false;
    bool has_own = false;
    for (size_t i = 0; i < audiences.count; i++)
        has_own = has_own || is_own(casefile, *LIST_AT(&audiences, struct str, i));
    if (!has_own)
        return true;
    struct replay replay = replay_open();
    replay.items = items_share(&casefile->open, replay.items.arena);
    bool done = true;
    for (size_t i = 0; done && i < audiences.count; i++) {
        struct str audience = *LIST_AT(&audiences, struct str, i);
        if (is_own(casefile, audience))
            done = apply_log(casefile, audience, &replay, error);
    }
    casefile->items = settled(&replay, casefile->state);
    replay_close(&replay);
    return done;
}

static void forget_passphrase(struct casefile *casefile)
{
    guarded_free((void *)(uintptr_t)casefile->passphrase.bytes);
    casefile->passphrase = (struct str){NULL, 0};
}

static bool unlock_viewer(struct casefile *casefile, struct error *error)
{
    struct str viewer = casefile->view.viewer;
    bool has_passphrase = casefile->passphrase.length > 0;
    if (viewer.length == 0 || str_equal(viewer, STR("public")))
        return !has_passphrase ||
               error_set(error, MISUSE, "a passphrase was given, but not whose it is");
    if (!items_find(&casefile->open, "party", viewer))
        return error_set(error, NOT_FOUND, "the case knows no party %.*s", STR_ARGS(viewer));
    if (!has_passphrase || casefile->has_keys)
        return true;
    const struct item *key = items_find(&casefile->open, "key", viewer);
    if (!key)
        return error_set(error, FORBIDDEN, "%.*s has no keys in this case", STR_ARGS(viewer));
    if (!casefile->keys)
        casefile->keys = GUARDED_NEW(struct secret_keys);
    casefile->has_keys = keys_unlock(key->value, casefile->passphrase, casefile->keys, error);
    if (casefile->has_keys)
        forget_passphrase(casefile);
    return casefile->has_keys;
}

static bool has_own_items(const struct casefile *casefile)
{
    return casefile->items.names != casefile->open.names;
}

// Without items of its own a viewer sees the open ones, whose lists may just have grown.
static void follow_open(struct casefile *casefile)
{
    if (!has_own_items(casefile))
        casefile->items = casefile->open;
}

static void forget_state(struct casefile *casefile)
{
    if (has_own_items(casefile))
        items_close(&casefile->items);
    items_close(&casefile->open);
    arena_close(casefile->state);
    grounds_give(casefile->view.grounds, casefile->ground);
    casefile->ground = NULL;
    casefile->state = arena_open();
    casefile->items = casefile->open = items_make(casefile->state);
    casefile->logs = LIST_MAKE(casefile->state, struct log_read);
    casefile->digest = state_digest_make(casefile->state);
    casefile->has_digest = false;
    casefile->newest = (struct str){NULL, 0};
}

// Taken before the state is read: what comes in between is read twice, which changes nothing.
static bool note_sizes(struct casefile *casefile, struct list *heads, struct error *error)
{
    if (!store_heads(casefile->store, casefile->state, heads, error))
        return false;
    for (size_t i = 0; i < heads->count; i++) {
        const struct head_row *head = LIST_AT(heads, struct head_row, i);
        *LIST_ADD(&casefile->logs, struct log_read) = (struct log_read){head->audience, head->size};
    }
    return true;
}

static void begin_load(struct casefile *casefile)
{
    forget_state(casefile);
    casefile->is_stale = true; // until all of it is there
    casefile->is_checked = false;
}

// Once the open part is there.
static bool end_load(struct casefile *casefile, struct error *error)
{
    casefile->is_stale = !unlock_viewer(casefile, error) || !load_sealed(casefile, error);
    casefile->loaded_version = casefile->version;
    return !casefile->is_stale;
}

bool casefile_load(struct casefile *casefile, struct error *error)
{
    struct list heads;
    begin_load(casefile);
    return store_version(casefile->store, &casefile->version, error) &&
           note_sizes(casefile, &heads, error) && load_open(casefile, error) &&
           end_load(casefile, error);
}

// The leaf of an item that has just been changed.
static void note_row(struct casefile *casefile, const struct json *change)
{
    struct str kind = json_text(change, "kind");
    size_t number;
    const struct item *item = items_at(&casefile->open, kind, json_text(change, "id"), &number);
    struct builder value = builder_make(casefile->frame);
    struct error unwritten;
    if (!item_write(item, &value, &unwritten)) {
        casefile->has_digest = false; // settling the item says why
        return;
    }
    state_digest_set(&casefile->digest, number,
                     state_row_hash(item->kind, item->id, item->born, item->last,
                                    state_value_hash(builder_str(&value))));
}

// Leaves stand by birth, as the rows are read. An entry that belongs before the newest item would put
// its own between them, so that the digest is given up until the tables are read again.
static void update_open(struct casefile *casefile, const struct entry *entry, struct str order)
{
    const struct list *all = &casefile->open.all;
    if (all->count > 0 && str_compare(order, LIST_AT(all, struct item, all->count - 1)->born) <= 0)
        casefile->has_digest = false;
    items_update(&casefile->open, entry, order);
    for (size_t i = 0; casefile->has_digest && i < entry->changes->count; i++)
        note_row(casefile, &entry->changes->items[i]);
}

void casefile_update(struct casefile *casefile, const struct entry *entry, struct str audience,
                     uint64_t at)
{
    struct str order = order_of(entry->time, audience, at, casefile->frame);
    if (access_is_open(audience))
        update_open(casefile, entry, order);
    else if (casefile->has_keys && !has_own_items(casefile)) {
        casefile->items = items_share(&casefile->open, casefile->state); // the first of its own
    }
    if (has_own_items(casefile))
        items_update(&casefile->items, entry, order);
    follow_open(casefile);
    note_entry(casefile, entry, audience, at);
}

// Brings in the entries of one log from where the state ends.
static bool read_on(struct casefile *casefile, const struct head_row *head, struct error *error)
{
    const struct log_read *log = log_of(casefile, head->audience);
    uint64_t from = log ? log->size : 0;
    if (from >= head->size)
        return true;
    struct cursor cursor = cursor_open(casefile->store, CURSOR_ENTRIES, head->audience, from);
    struct viewed_entry viewed;
    bool more = true;
    bool done;
    while (
        (done = casefile_next_entry(casefile, &cursor, casefile->frame, &viewed, &more, error)) &&
        more) {
        casefile_update(casefile, &viewed.entry, viewed.audience, viewed.at);
        // What was read of the entries that went must not stay.
        casefile->is_stale = casefile->is_stale || str_equal(viewed.entry.act, STR(FORGETTING_ACT));
    }
    cursor_close(&cursor);
    return done;
}

// Entries that change who may read what change what the state is made from.
static bool read_on_all(struct casefile *casefile, bool *is_same_view, struct error *error)
{
    struct list heads;
    if (!store_heads(casefile->store, casefile->frame, &heads, error))
        return false;
    bool *could_see = ARENA_ARRAY(casefile->frame, bool, heads.count + 1);
    for (size_t i = 0; i < heads.count; i++)
        could_see[i] = casefile_may_see(casefile, LIST_AT(&heads, struct head_row, i)->audience);
    for (size_t i = 0; i < heads.count; i++)
        if (could_see[i] && !read_on(casefile, LIST_AT(&heads, struct head_row, i), error))
            return false;
    *is_same_view = true;
    for (size_t i = 0; i < heads.count; i++)
        *is_same_view =
            *is_same_view &&
            could_see[i] ==
                casefile_may_see(casefile, LIST_AT(&heads, struct head_row, i)->audience);
    return true;
}

// --- What handles of one case share

static struct ground *read_ground(struct casefile *casefile, const struct list *heads,
                                  struct error *error)
{
    struct ground *ground = ground_make();
    if (!restore_state(casefile, &ground->items, error)) {
        arena_close(ground->arena);
        return NULL;
    }
    ground->digest = state_digest_copy(&casefile->digest, ground->arena);
    ground->has_digest = casefile->has_digest;
    ground->newest = arena_copy(ground->arena, casefile->newest);
    for (size_t i = 0; i < heads->count; i++) {
        struct head_row head = *LIST_AT(heads, struct head_row, i);
        if (!access_is_open(head.audience))
            continue;
        head.audience = arena_copy(ground->arena, head.audience);
        *LIST_ADD(&ground->heads, struct head_row) = head;
    }
    return ground;
}

// The state as the ground has it, and how far that goes.
static void stand_on(struct casefile *casefile, struct ground *ground)
{
    casefile->ground = ground;
    casefile->open = casefile->items = items_share(&ground->items, casefile->state);
    casefile->digest = state_digest_copy(&ground->digest, casefile->state);
    casefile->has_digest = ground->has_digest;
    note_newest(casefile, ground->newest);
    for (size_t i = 0; i < ground->heads.count; i++) {
        const struct head_row *head = LIST_AT(&ground->heads, struct head_row, i);
        log_of(casefile, head->audience)->size = head->size;
    }
}

// Takes the ground, or reads it for whoever comes next.
static bool take_ground(struct casefile *casefile, struct list *heads, struct error *error)
{
    struct grounds *grounds = casefile->view.grounds;
    struct ground *ground = NULL;
    grounds_enter(grounds);
    if (note_sizes(casefile, heads, error)) {
        ground = grounds_take(grounds, heads);
        if (!ground && (ground = read_ground(casefile, heads, error)))
            grounds_set(grounds, ground);
    }
    if (ground)
        stand_on(casefile, ground);
    grounds_leave(grounds);
    return ground != NULL;
}

// What was entered since the ground was read. Where that is much, or takes something out, the next handle
// reads anew; the shelf lets go of what holds something that was taken out.
static bool read_on_ground(struct casefile *casefile, const struct list *heads, struct error *error)
{
    const struct items *open = &casefile->open;
    bool done = true;
    casefile->is_stale = false;
    for (size_t i = 0; done && i < heads->count; i++) {
        const struct head_row *head = LIST_AT(heads, struct head_row, i);
        done = !access_is_open(head->audience) || read_on(casefile, head, error);
    }
    grounds_enter(casefile->view.grounds);
    if (casefile->is_stale && casefile->view.grounds->ground == casefile->ground)
        grounds_set(casefile->view.grounds, NULL);
    casefile->ground->is_worn =
        casefile->ground->is_worn || open->touched.count > open->all.count / 4;
    grounds_leave(casefile->view.grounds);
    items_forget_touched(&casefile->open);
    follow_open(casefile);
    return done;
}

// As casefile_load, with the open state on the ground that the handles share.
static bool load_on_ground(struct casefile *casefile, struct error *error)
{
    struct list heads;
    if (!casefile->view.grounds || casefile->view.as_of.length > 0 ||
        str_equal(casefile->view.viewer, STR("public")))
        return casefile_load(casefile, error);
    begin_load(casefile);
    bool done = store_version(casefile->store, &casefile->version, error) &&
                take_ground(casefile, &heads, error) && read_on_ground(casefile, &heads, error);
    if (!done) {
        casefile->is_stale = true;
        return false;
    }
    // Nothing may stay of what was taken out since.
    return casefile->is_stale ? casefile_load(casefile, error) : end_load(casefile, error);
}

// What acts and entries before have left behind.
static void empty_frame(struct casefile *casefile)
{
    arena_rewind(casefile->frame, (struct arena_mark){NULL, 0});
    if (has_own_items(casefile))
        items_reclaim(&casefile->items);
    items_reclaim(&casefile->open);
    follow_open(casefile);
}

bool casefile_refresh(struct casefile *casefile, struct error *error)
{
    empty_frame(casefile);
    int64_t version = 0;
    bool is_same_view = false;
    if (!store_version(casefile->store, &version, error))
        return false;
    if (store_was_lost(casefile->store))
        return casefile_load(casefile, error);
    if (version == casefile->version && !casefile->is_stale)
        return true;
    bool is_replayed =
        casefile->view.as_of.length > 0 || str_equal(casefile->view.viewer, STR("public"));
    if (casefile->is_stale || is_replayed)
        return load_on_ground(casefile, error);
    if (!read_on_all(casefile, &is_same_view, error)) {
        casefile->is_stale = true;
        return false;
    }
    items_forget_touched(&casefile->open);
    follow_open(casefile);
    casefile->version = version;
    return (is_same_view && !casefile->is_stale) || load_on_ground(casefile, error);
}

static struct casefile *make(struct store *store)
{
    struct arena *arena = arena_open();
    struct casefile *casefile = ARENA_NEW(arena, struct casefile);
    casefile->arena = arena;
    casefile->frame = arena_open();
    casefile->state = arena_open();
    casefile->store = store;
    casefile->record.store = store;
    casefile->items = casefile->open = items_make(casefile->state);
    casefile->logs = LIST_MAKE(casefile->state, struct log_read);
    casefile->digest = state_digest_make(casefile->state);
    return casefile;
}

bool casefile_look(struct casefile *casefile, const struct casefile_view *view, struct error *error)
{
    struct arena *arena = casefile->arena;
    struct str as_of;
    if (!last_moment(view->as_of, arena, &as_of, error))
        return false;
    forget_passphrase(casefile);
    casefile->passphrase = guarded_copy(view->passphrase);
    casefile->view = (struct casefile_view){arena_copy(arena, view->viewer), (struct str){NULL, 0},
                                            as_of, view->grounds};
    return true;
}

bool casefile_over(struct store *store, const struct casefile_view *view,
                   struct casefile **casefile, struct error *error)
{
    struct casefile *opened = make(store);
    if (!casefile_look(opened, view, error) ||
        !store_meta(store, STR("case"), opened->arena, &opened->record.case_id, error)) {
        casefile_close(opened);
        return false;
    }
    *casefile = opened;
    return true;
}

bool casefile_open(const char *path, struct store_options options, const struct casefile_view *view,
                   struct casefile **casefile, struct error *error)
{
    struct store *store;
    struct casefile *opened;
    if (!store_open(path, options, &store, error) || !casefile_over(store, view, &opened, error))
        return false;
    if (!load_on_ground(opened, error)) {
        casefile_close(opened);
        return false;
    }
    *casefile = opened;
    return true;
}

static bool is_case_id(struct str id)
{
    bool is_good = id.length > 0 && id.length <= 64;
    for (size_t i = 0; i < id.length; i++) {
        char c = id.bytes[i];
        is_good = is_good && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              (c >= '0' && c <= '9') || c == '-' || c == '.');
    }
    return is_good;
}

bool casefile_create(const char *path, const char *vfs, struct str id, struct casefile **casefile,
                     struct error *error)
{
    struct store *store;
    if (!is_case_id(id))
        return error_set(error, MISUSE,
                         "\"%.*s\" cannot name a case: 1 to 64 letters, digits, \"-\" and \".\"",
                         STR_ARGS(str_slice(id, 0, 80)));
    if (!store_open(path, (struct store_options){STORE_CREATE, vfs}, &store, error))
        return false;
    struct casefile *made = make(store);
    made->is_checked = made->has_digest = true; // its tables are written from the state
    made->record.case_id = arena_copy(made->arena, id);
    if (!store_begin(store, error) || !store_set_meta(store, STR("case"), id, error) ||
        !store_bind_checkpoints(store, error)) {
        casefile_close(made);
        return false;
    }
    *casefile = made;
    return true;
}

void casefile_close(struct casefile *casefile)
{
    if (!casefile)
        return;
    store_rollback(casefile->store);
    store_close(casefile->store);
    forget_passphrase(casefile);
    guarded_free(casefile->keys);
    if (has_own_items(casefile))
        items_close(&casefile->items);
    items_close(&casefile->open);
    arena_close(casefile->state);
    grounds_give(casefile->view.grounds, casefile->ground);
    arena_close(casefile->frame);
    arena_close(casefile->arena);
}
