// SPDX-License-Identifier: Apache-2.0
// Rows in and out of the tables.
#include "record/query.h"
#include "record/store.h"

#include <string.h>

static struct str view(const struct hash *hash)
{
    return (struct str){(const char *)hash->bytes, HASH_BYTES};
}

static bool read_hash(struct store *store, struct str bytes, struct hash *hash, struct error *error)
{
    if (bytes.length != HASH_BYTES)
        return error_at(error, TAMPERED, place_of(str_of(store->path ? store->path : "the case")),
                        "a hash of %zu bytes stands where one of 32 belongs", bytes.length);
    memcpy(hash->bytes, bytes.bytes, HASH_BYTES);
    return true;
}

bool store_add_entry(struct store *store, const struct entry_row *row, struct error *error)
{
    sqlite3_stmt *statement;
    if (!query_start(store, QUERY_ADD_ENTRY, &statement, error))
        return false;
    query_bind_str(statement, 1, row->audience);
    query_bind_count(statement, 2, row->at);
    query_bind_bytes(statement, 3, row->salt);
    query_bind_bytes(statement, 4, row->content);
    query_bind_bytes(statement, 5, row->attachments);
    query_bind_bytes(statement, 6, row->commitment);
    query_bind_bytes(statement, 7, row->subtree);
    return query_run(store, statement, error);
}

static struct entry_row entry_at(sqlite3_stmt *statement)
{
    return (struct entry_row){
        .audience = query_str(statement, 0),
        .at = query_count(statement, 1),
        .salt = query_str(statement, 2),
        .content = query_str(statement, 3),
        .attachments = query_str(statement, 4),
        .commitment = query_str(statement, 5),
        .subtree = query_str(statement, 6),
    };
}

bool store_entry(struct store *store, struct str audience, uint64_t at, struct arena *arena,
                 struct entry_row *row, struct error *error)
{
    sqlite3_stmt *statement;
    bool more;
    if (!query_start(store, QUERY_ENTRY, &statement, error))
        return false;
    query_bind_str(statement, 1, audience);
    query_bind_count(statement, 2, at);
    if (!query_step(store, statement, &more, error))
        return false;
    if (!more)
        return error_set(error, NOT_FOUND, "the log %.*s has no entry %llu", STR_ARGS(audience),
                         (unsigned long long)at);
    struct entry_row found = entry_at(statement);
    *row = (struct entry_row){
        .audience = arena_copy(arena, found.audience),
        .at = found.at,
        .salt = arena_copy(arena, found.salt),
        .content = arena_copy(arena, found.content),
        .attachments = arena_copy(arena, found.attachments),
        .commitment = arena_copy(arena, found.commitment),
        .subtree = arena_copy(arena, found.subtree),
    };
    sqlite3_reset(statement);
    return true;
}

bool store_head(struct store *store, struct str audience, struct head_row *head,
                struct error *error)
{
    sqlite3_stmt *statement;
    bool more;
    if (!query_start(store, QUERY_HEAD, &statement, error))
        return false;
    query_bind_str(statement, 1, audience);
    if (!query_step(store, statement, &more, error))
        return false;
    struct head_row read = {.audience = audience};
    bool done = true;
    if (more) {
        read.size = query_count(statement, 0);
        done = read_hash(store, query_str(statement, 1), &read.root, error);
    }
    sqlite3_reset(statement);
    if (done)
        *head = read;
    return done;
}

bool store_set_head(struct store *store, const struct head_row *head, struct error *error)
{
    sqlite3_stmt *statement;
    if (!query_start(store, QUERY_SET_HEAD, &statement, error))
        return false;
    query_bind_str(statement, 1, head->audience);
    query_bind_count(statement, 2, head->size);
    query_bind_bytes(statement, 3, view(&head->root));
    return query_run(store, statement, error);
}

bool store_heads(struct store *store, struct arena *arena, struct list *heads, struct error *error)
{
    sqlite3_stmt *statement;
    bool more;
    *heads = LIST_MAKE(arena, struct head_row);
    if (!query_start(store, QUERY_HEADS, &statement, error))
        return false;
    for (;;) {
        if (!query_step(store, statement, &more, error))
            return false;
        if (!more)
            break;
        struct head_row *head = LIST_ADD(heads, struct head_row);
        head->audience = arena_copy(arena, query_str(statement, 0));
        head->size = query_count(statement, 1);
        if (!read_hash(store, query_str(statement, 2), &head->root, error)) {
            sqlite3_reset(statement);
            return false;
        }
    }
    sqlite3_reset(statement);
    return true;
}

bool store_audiences(struct store *store, struct arena *arena, struct list *audiences,
                     struct error *error)
{
    sqlite3_stmt *statement;
    bool more;
    *audiences = LIST_MAKE(arena, struct str);
    if (!query_start(store, QUERY_AUDIENCES, &statement, error))
        return false;
    for (;;) {
        if (!query_step(store, statement, &more, error))
            return false;
        if (!more)
            break;
        *LIST_ADD(audiences, struct str) = arena_copy(arena, query_str(statement, 0));
    }
    sqlite3_reset(statement);
    return true;
}

bool store_add_attachment(struct store *store, struct str bytes, struct hash *hash,
                          struct error *error)
{
    sqlite3_stmt *statement;
    if (!query_start(store, QUERY_ADD_ATTACHMENT, &statement, error))
        return false;
    *hash = hash_of(bytes);
    query_bind_bytes(statement, 1, view(hash));
    query_bind_bytes(statement, 2, bytes);
    return query_run(store, statement, error);
}

bool store_attachment(struct store *store, struct hash hash, struct arena *arena, struct str *bytes,
                      struct error *error)
{
    sqlite3_stmt *statement;
    bool more;
    if (!query_start(store, QUERY_ATTACHMENT, &statement, error))
        return false;
    query_bind_bytes(statement, 1, view(&hash));
    if (!query_step(store, statement, &more, error))
        return false;
    if (!more)
        return error_set(error, NOT_FOUND, "the case holds no file with the hash %.*s",
                         STR_ARGS(str_slice(hash_hex(hash, arena), 0, 16)));
    *bytes = arena_copy(arena, query_str(statement, 0));
    sqlite3_reset(statement);
    return hash_equal(hash_of(*bytes), hash) ||
           error_set(error, TAMPERED, "the file with the hash %.*s has other bytes now",
                     STR_ARGS(str_slice(hash_hex(hash, arena), 0, 16)));
}

bool store_add_checkpoint(struct store *store, const struct checkpoint_row *row,
                          struct error *error)
{
    sqlite3_stmt *statement;
    if (!query_start(store, QUERY_ADD_CHECKPOINT, &statement, error))
        return false;
    query_bind_str(statement, 1, row->audience);
    query_bind_count(statement, 2, row->size);
    query_bind_str(statement, 3, row->note);
    return query_run(store, statement, error);
}

bool store_checkpoints(struct store *store, struct arena *arena, struct list *rows,
                       struct error *error)
{
    sqlite3_stmt *statement;
    bool more;
    *rows = LIST_MAKE(arena, struct checkpoint_row);
    if (!query_start(store, QUERY_CHECKPOINTS, &statement, error))
        return false;
    for (;;) {
        if (!query_step(store, statement, &more, error))
            return false;
        if (!more)
            break;
        struct checkpoint_row *row = LIST_ADD(rows, struct checkpoint_row);
        row->audience = arena_copy(arena, query_str(statement, 0));
        row->size = query_count(statement, 1);
        row->note = arena_copy(arena, query_str(statement, 2));
    }
    sqlite3_reset(statement);
    return true;
}

bool store_meta(struct store *store, struct str name, struct arena *arena, struct str *value,
                struct error *error)
{
    sqlite3_stmt *statement;
    bool more;
    if (!query_start(store, QUERY_META, &statement, error))
        return false;
    query_bind_str(statement, 1, name);
    if (!query_step(store, statement, &more, error))
        return false;
    if (!more)
        return error_at(error, BAD_INPUT, place_of(str_of(store->path ? store->path : "the case")),
                        "the case file does not say its %.*s", STR_ARGS(name));
    *value = arena_copy(arena, query_str(statement, 0));
    sqlite3_reset(statement);
    return true;
}

bool store_set_meta(struct store *store, struct str name, struct str value, struct error *error)
{
    sqlite3_stmt *statement;
    if (!query_start(store, QUERY_SET_META, &statement, error))
        return false;
    query_bind_str(statement, 1, name);
    query_bind_str(statement, 2, value);
    return query_run(store, statement, error);
}

bool store_set_state(struct store *store, const struct state_row *row, struct error *error)
{
    sqlite3_stmt *statement;
    if (!query_start(store, QUERY_SET_STATE, &statement, error))
        return false;
    query_bind_str(statement, 1, row->kind);
    query_bind_str(statement, 2, row->id);
    query_bind_str(statement, 3, row->born);
    query_bind_str(statement, 4, row->last);
    query_bind_str(statement, 5, row->value);
    return query_run(store, statement, error);
}

bool store_clear_state(struct store *store, struct error *error)
{
    sqlite3_stmt *statement;
    return query_start(store, QUERY_CLEAR_STATE, &statement, error) &&
           query_run(store, statement, error);
}

static const enum query walk_of[] = {
    [CURSOR_ENTRIES] = QUERY_WALK_ENTRIES,
    [CURSOR_STATE] = QUERY_WALK_STATE,
    [CURSOR_ATTACHMENTS] = QUERY_WALK_ATTACHMENTS,
};

struct cursor cursor_open(struct store *store, enum cursor_kind kind, struct str audience,
                          uint64_t from)
{
    struct cursor cursor = {store, kind};
    sqlite3_stmt *statement;
    struct error error;
    // A statement that cannot be prepared says so at the first step.
    if (query_start(store, walk_of[kind], &statement, &error) && kind == CURSOR_ENTRIES) {
        query_bind_str(statement, 1, audience);
        query_bind_count(statement, 2, from);
    }
    return cursor;
}

static bool advance(struct cursor *cursor, sqlite3_stmt **statement, bool *more,
                    struct error *error)
{
    *statement = cursor->store->prepared[walk_of[cursor->kind]];
    if (!*statement)
        return query_error(cursor->store, sqlite3_errcode(cursor->store->database), error);
    return query_step(cursor->store, *statement, more, error);
}

bool cursor_entry(struct cursor *cursor, struct entry_row *row, bool *more, struct error *error)
{
    sqlite3_stmt *statement;
    if (!advance(cursor, &statement, more, error))
        return false;
    if (*more)
        *row = entry_at(statement);
    return true;
}

bool cursor_state(struct cursor *cursor, struct state_row *row, bool *more, struct error *error)
{
    sqlite3_stmt *statement;
    if (!advance(cursor, &statement, more, error))
        return false;
    if (*more)
        *row = (struct state_row){
            .kind = query_str(statement, 0),
            .id = query_str(statement, 1),
            .born = query_str(statement, 2),
            .last = query_str(statement, 3),
            .value = query_str(statement, 4),
        };
    return true;
}

bool cursor_attachment(struct cursor *cursor, struct attachment_row *row, bool *more,
                       struct error *error)
{
    sqlite3_stmt *statement;
    if (!advance(cursor, &statement, more, error))
        return false;
    if (!*more)
        return true;
    row->bytes = query_str(statement, 1);
    return read_hash(cursor->store, query_str(statement, 0), &row->hash, error);
}

void cursor_close(struct cursor *cursor)
{
    sqlite3_stmt *statement = cursor->store->prepared[walk_of[cursor->kind]];
    if (statement)
        sqlite3_reset(statement);
}
