// SPDX-License-Identifier: Apache-2.0
// Rows in and out of the tables.
#include "record/store.h"
#include "record/store_parts.h"

#include <stddef.h>
#include <string.h>

// A column of a table and the member of the row's struct that it fills. The order is that of the
// columns in the statements of store.c.
enum column_kind { COLUMN_TEXT, COLUMN_BYTES, COLUMN_COUNT };

struct row_column {
    enum column_kind kind;
    size_t at; // of the member in the struct
};

struct row_columns {
    const struct row_column *items;
    int count;
};

static const struct row_column entry_column[] = {
    {COLUMN_TEXT, offsetof(struct entry_row, audience)},
    {COLUMN_COUNT, offsetof(struct entry_row, at)},
    {COLUMN_BYTES, offsetof(struct entry_row, salt)},
    {COLUMN_BYTES, offsetof(struct entry_row, content)},
    {COLUMN_BYTES, offsetof(struct entry_row, attachments)},
    {COLUMN_BYTES, offsetof(struct entry_row, commitment)},
    {COLUMN_BYTES, offsetof(struct entry_row, subtree)},
};
static const struct row_column checkpoint_column[] = {
    {COLUMN_TEXT, offsetof(struct checkpoint_row, audience)},
    {COLUMN_COUNT, offsetof(struct checkpoint_row, size)},
    {COLUMN_TEXT, offsetof(struct checkpoint_row, note)},
};
static const struct row_column state_column[] = {
    {COLUMN_TEXT, offsetof(struct state_row, kind)},
    {COLUMN_TEXT, offsetof(struct state_row, id)},
    {COLUMN_TEXT, offsetof(struct state_row, born)},
    {COLUMN_TEXT, offsetof(struct state_row, last)},
    {COLUMN_TEXT, offsetof(struct state_row, value)},
};
static const struct row_columns entry_columns = {entry_column, 7};
static const struct row_columns checkpoint_columns = {checkpoint_column, 3};
static const struct row_columns state_columns = {state_column, 5};

static bool add_row(struct store *store, enum query query, struct row_columns columns,
                    const void *row, struct error *error)
{
    sqlite3_stmt *statement;
    if (!query_start(store, query, &statement, error))
        return false;
    for (int i = 0; i < columns.count; i++) {
        const void *member = (const char *)row + columns.items[i].at;
        switch (columns.items[i].kind) {
        case COLUMN_TEXT:
            query_bind_str(statement, i + 1, *(const struct str *)member);
            break;
        case COLUMN_BYTES:
            query_bind_bytes(statement, i + 1, *(const struct str *)member);
            break;
        case COLUMN_COUNT:
            query_bind_count(statement, i + 1, *(const uint64_t *)member);
            break;
        }
    }
    return query_run(store, statement, error);
}

// Fills the row from the statement's; its texts are copied into the arena, or, when that is NULL, hold
// until the next step.
static void read_row(sqlite3_stmt *statement, struct row_columns columns, struct arena *arena,
                     void *row)
{
    for (int i = 0; i < columns.count; i++) {
        void *member = (char *)row + columns.items[i].at;
        if (columns.items[i].kind == COLUMN_COUNT) {
            *(uint64_t *)member = query_count(statement, i);
        } else {
            struct str text = query_str(statement, i);
            *(struct str *)member = arena ? arena_copy(arena, text) : text;
        }
    }
}

static struct place place_of_store(const struct store *store)
{
    return place_of(str_of(store->path ? store->path : "the case"));
}

static struct str view(const struct hash *hash)
{
    return (struct str){(const char *)hash->bytes, HASH_BYTES};
}

static bool read_hash(struct store *store, struct str bytes, struct hash *hash, struct error *error)
{
    if (bytes.length != HASH_BYTES)
        return error_at(error, TAMPERED, place_of_store(store),
                        "a hash of %zu bytes stands where one of 32 belongs", bytes.length);
    memcpy(hash->bytes, bytes.bytes, HASH_BYTES);
    return true;
}

bool store_add_entry(struct store *store, const struct entry_row *row, struct error *error)
{
    return add_row(store, QUERY_ADD_ENTRY, entry_columns, row, error);
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
    read_row(statement, entry_columns, arena, row);
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

// Steps a walk over all rows; the statement is reset behind the last.
// Result: whether there is a row; when not, *done says whether the walk came to its end
static bool next_row(struct store *store, sqlite3_stmt *statement, bool *done, struct error *error)
{
    bool more = false;
    *done = query_step(store, statement, &more, error);
    if (*done && !more)
        sqlite3_reset(statement);
    return more;
}

bool store_heads(struct store *store, struct arena *arena, struct list *heads, struct error *error)
{
    sqlite3_stmt *statement;
    bool done;
    *heads = LIST_MAKE(arena, struct head_row);
    if (!query_start(store, QUERY_HEADS, &statement, error))
        return false;
    while (next_row(store, statement, &done, error)) {
        struct head_row *head = LIST_ADD(heads, struct head_row);
        head->audience = arena_copy(arena, query_str(statement, 0));
        head->size = query_count(statement, 1);
        if (!read_hash(store, query_str(statement, 2), &head->root, error)) {
            sqlite3_reset(statement);
            return false;
        }
    }
    return done;
}

// The first column of every row of a statement.
static bool gather_texts(struct store *store, enum query query, struct arena *arena,
                         struct list *texts, struct error *error)
{
    sqlite3_stmt *statement;
    bool done;
    *texts = LIST_MAKE(arena, struct str);
    if (!query_start(store, query, &statement, error))
        return false;
    while (next_row(store, statement, &done, error))
        *LIST_ADD(texts, struct str) = arena_copy(arena, query_str(statement, 0));
    return done;
}

bool store_audiences(struct store *store, struct arena *arena, struct list *audiences,
                     struct error *error)
{
    return gather_texts(store, QUERY_AUDIENCES, arena, audiences, error);
}

bool store_meta_names(struct store *store, struct arena *arena, struct list *names,
                      struct error *error)
{
    return gather_texts(store, QUERY_META_NAMES, arena, names, error);
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
    return add_row(store, QUERY_ADD_CHECKPOINT, checkpoint_columns, row, error);
}

bool store_checkpoints(struct store *store, struct arena *arena, struct list *rows,
                       struct error *error)
{
    sqlite3_stmt *statement;
    bool done;
    *rows = LIST_MAKE(arena, struct checkpoint_row);
    if (!query_start(store, QUERY_CHECKPOINTS, &statement, error))
        return false;
    while (next_row(store, statement, &done, error))
        read_row(statement, checkpoint_columns, arena, LIST_ADD(rows, struct checkpoint_row));
    return done;
}

// A hash over all checkpoints, as the format says (docs/CASEFILE-FORMAT.md, section 6).
static bool hash_checkpoints(struct store *store, struct arena *arena, struct str *text,
                             struct error *error)
{
    struct list rows;
    struct hash_parts parts = hash_parts_make();
    if (!store_checkpoints(store, arena, &rows, error))
        return false;
    hash_parts_add(&parts, STR("entente-checkpoints/1"));
    for (size_t i = 0; i < rows.count; i++) {
        const struct checkpoint_row *row = LIST_AT(&rows, struct checkpoint_row, i);
        hash_parts_add(&parts, row->audience);
        hash_parts_add_number(&parts, row->size);
        hash_parts_add(&parts, row->note);
    }
    *text = hash_hex(hash_parts_done(&parts), arena);
    return true;
}

bool store_bind_checkpoints(struct store *store, struct error *error)
{
    struct arena *arena = arena_open();
    struct str text = {NULL, 0};
    bool done = hash_checkpoints(store, arena, &text, error) &&
                store_set_meta(store, STR("checkpoints"), text, error);
    arena_close(arena);
    return done;
}

bool store_are_checkpoints_bound(struct store *store, bool *are_bound, struct error *error)
{
    struct arena *arena = arena_open();
    struct str text = {NULL, 0};
    struct str said = {NULL, 0};
    struct error missing;
    bool done = hash_checkpoints(store, arena, &text, error);
    if (done)
        *are_bound =
            store->format < 2 || (store_meta(store, STR("checkpoints"), arena, &said, &missing) &&
                                  str_equal(said, text));
    arena_close(arena);
    return done;
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
        return error_at(error, BAD_INPUT, place_of_store(store),
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
    return add_row(store, QUERY_SET_STATE, state_columns, row, error);
}

bool store_clear_state(struct store *store, struct error *error)
{
    sqlite3_stmt *statement;
    return query_start(store, QUERY_CLEAR_STATE, &statement, error) &&
           query_run(store, statement, error);
}

static const enum query walk_of[] = {
    [CURSOR_ENTRIES] = QUERY_WALK_ENTRIES,         [CURSOR_STATE] = QUERY_WALK_STATE,
    [CURSOR_STATE_ROWS] = QUERY_WALK_STATE_ROWS,   [CURSOR_ATTACHMENTS] = QUERY_WALK_ATTACHMENTS,
    [CURSOR_FILE_HASHES] = QUERY_WALK_FILE_HASHES,
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
        read_row(statement, entry_columns, NULL, row);
    return true;
}

bool cursor_state(struct cursor *cursor, struct state_row *row, bool *more, struct error *error)
{
    sqlite3_stmt *statement;
    if (!advance(cursor, &statement, more, error))
        return false;
    if (*more)
        read_row(statement, state_columns, NULL, row);
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
