// SPDX-License-Identifier: Apache-2.0
// Rows in and out of the tables, over any driver.
#include "record/store.h"
#include "record/store_parts.h"

#include <stddef.h>
#include <string.h>

// A column of a table and the member of the row's struct that it fills. The order is that of the
// columns in the statements of the catalogue.
struct row_column {
    enum store_value_kind kind;
    size_t at; // of the member in the struct
};

struct row_columns {
    const struct row_column *items;
    size_t count;
};

static const struct row_column entry_column[] = {
    {VALUE_TEXT, offsetof(struct entry_row, audience)},
    {VALUE_COUNT, offsetof(struct entry_row, at)},
    {VALUE_BYTES, offsetof(struct entry_row, salt)},
    {VALUE_BYTES, offsetof(struct entry_row, content)},
    {VALUE_BYTES, offsetof(struct entry_row, attachments)},
    {VALUE_BYTES, offsetof(struct entry_row, commitment)},
    {VALUE_BYTES, offsetof(struct entry_row, subtree)},
};
static const struct row_column checkpoint_column[] = {
    {VALUE_TEXT, offsetof(struct checkpoint_row, audience)},
    {VALUE_COUNT, offsetof(struct checkpoint_row, size)},
    {VALUE_TEXT, offsetof(struct checkpoint_row, note)},
};
static const struct row_column state_column[] = {
    {VALUE_TEXT, offsetof(struct state_row, kind)},  {VALUE_TEXT, offsetof(struct state_row, id)},
    {VALUE_TEXT, offsetof(struct state_row, born)},  {VALUE_TEXT, offsetof(struct state_row, last)},
    {VALUE_TEXT, offsetof(struct state_row, value)},
};
static const struct row_columns entry_columns = {entry_column, 7};
static const struct row_columns checkpoint_columns = {checkpoint_column, 3};
static const struct row_columns state_columns = {state_column, 5};

#define COLUMNS_MOST 7

static struct store_value text_value(struct str text)
{
    return (struct store_value){.kind = VALUE_TEXT, .text = text};
}

static struct store_value bytes_value(struct str bytes)
{
    return (struct store_value){.kind = VALUE_BYTES, .text = bytes};
}

static struct store_value count_value(uint64_t count)
{
    return (struct store_value){.kind = VALUE_COUNT, .count = count};
}

static struct store_value hash_value(const struct hash *hash)
{
    return bytes_value((struct str){(const char *)hash->bytes, HASH_BYTES});
}

// The next row, within the bounds.
static bool step(struct store *store, enum store_statement statement, struct store_value *columns,
                 size_t count, bool *more, struct error *error)
{
    if (store_spend(store, 1, error))
        return store->driver->next(store, statement, columns, count, more, error);
    store->driver->end(store, statement);
    return false;
}

// Runs a statement that gives no rows.
static bool run(struct store *store, enum store_statement statement,
                const struct store_value *given, size_t count, struct error *error)
{
    bool more;
    if (!store->driver->start(store, statement, given, count, error) ||
        !step(store, statement, NULL, 0, &more, error))
        return false;
    store->driver->end(store, statement);
    return true;
}

static bool add_row(struct store *store, enum store_statement statement, struct row_columns columns,
                    const void *row, struct error *error)
{
    struct store_value values[COLUMNS_MOST];
    for (size_t i = 0; i < columns.count; i++) {
        const void *member = (const char *)row + columns.items[i].at;
        values[i] = (struct store_value){.kind = columns.items[i].kind};
        if (values[i].kind == VALUE_COUNT)
            values[i].count = *(const uint64_t *)member;
        else
            values[i].text = *(const struct str *)member;
    }
    return run(store, statement, values, columns.count, error);
}

// Fills the next row of a walk; its texts are copied into the arena, or, when that is NULL, hold until
// the next step.
static bool next_row(struct store *store, enum store_statement statement,
                     struct row_columns columns, struct arena *arena, void *row, bool *more,
                     struct error *error)
{
    struct store_value values[COLUMNS_MOST];
    for (size_t i = 0; i < columns.count; i++)
        values[i].kind = columns.items[i].kind;
    if (!step(store, statement, values, columns.count, more, error))
        return false;
    for (size_t i = 0; *more && i < columns.count; i++) {
        void *member = (char *)row + columns.items[i].at;
        if (values[i].kind == VALUE_COUNT)
            *(uint64_t *)member = values[i].count;
        else
            *(struct str *)member = arena ? arena_copy(arena, values[i].text) : values[i].text;
    }
    return true;
}

// The first row of a statement, if there is one; whoever has read it ends the statement.
static bool first_row(struct store *store, enum store_statement statement,
                      const struct store_value *given, size_t given_count,
                      struct store_value *columns, size_t count, bool *more, struct error *error)
{
    return store->driver->start(store, statement, given, given_count, error) &&
           step(store, statement, columns, count, more, error);
}

bool store_read_hash(struct store *store, struct str bytes, struct hash *hash, struct error *error)
{
    if (bytes.length != HASH_BYTES)
        return error_at(error, TAMPERED, store_place(store),
                        "a hash of %zu bytes stands where one of 32 belongs", bytes.length);
    memcpy(hash->bytes, bytes.bytes, HASH_BYTES);
    return true;
}

bool store_add_entry(struct store *store, const struct entry_row *row, struct error *error)
{
    return add_row(store, STATEMENT_ADD_ENTRY, entry_columns, row, error);
}

bool store_entry(struct store *store, struct str audience, uint64_t at, struct arena *arena,
                 struct entry_row *row, struct error *error)
{
    const struct store_value given[] = {text_value(audience), count_value(at)};
    bool more;
    if (!store->driver->start(store, STATEMENT_ENTRY, given, 2, error) ||
        !next_row(store, STATEMENT_ENTRY, entry_columns, arena, row, &more, error))
        return false;
    store->driver->end(store, STATEMENT_ENTRY);
    return more || error_set(error, NOT_FOUND, "the log %.*s has no entry %llu", STR_ARGS(audience),
                             (unsigned long long)at);
}

static bool is_same_row(const struct entry_row *a, const struct entry_row *b)
{
    return str_equal(a->salt, b->salt) && str_equal(a->content, b->content) &&
           str_equal(a->attachments, b->attachments) && str_equal(a->commitment, b->commitment) &&
           str_equal(a->subtree, b->subtree);
}

bool store_check_entry(struct store *store, const struct entry_row *written, struct error *error)
{
    if (store->driver->check_entry)
        return store->driver->check_entry(store, written, error);
    struct arena *arena = arena_open();
    struct entry_row row;
    bool done = store_entry(store, written->audience, written->at, arena, &row, error);
    if (done && !is_same_row(&row, written))
        done = error_set(error, IO_FAILED,
                         "the entry reads back otherwise than it was written; "
                         "nothing was changed");
    arena_close(arena);
    return done;
}

static bool gather_peaks(struct store *store, struct arena *arena, struct list *peaks,
                         struct error *error)
{
    struct store_value columns[] = {{.kind = VALUE_COUNT}, {.kind = VALUE_BYTES}};
    bool more = true;
    bool done;
    while ((done = step(store, STATEMENT_PEAKS, columns, 2, &more, error)) && more)
        *LIST_ADD(peaks, struct peak_row) =
            (struct peak_row){columns[0].count, arena_copy(arena, columns[1].text)};
    return done;
}

bool store_peaks(struct store *store, struct str audience, uint64_t size, struct arena *arena,
                 struct list *peaks, struct error *error)
{
    const struct store_value given[] = {count_value(size), text_value(audience)};
    *peaks = LIST_MAKE(arena, struct peak_row);
    if (size == 0)
        return true;
    if (!store->driver->start(store, STATEMENT_PEAKS, given, 2, error))
        return false;
    bool done = gather_peaks(store, arena, peaks, error);
    store->driver->end(store, STATEMENT_PEAKS);
    return done;
}

bool store_empty_entry(struct store *store, struct str audience, uint64_t at, struct error *error)
{
    const struct store_value given[] = {bytes_value(STR("")), text_value(audience),
                                        count_value(at)};
    return run(store, STATEMENT_EMPTY_ENTRY, given, 3, error);
}

// Heads that are set are not in their table before the transaction ends.
static bool are_heads_known(const struct store *store)
{
    return store->is_writing || store->is_gathered;
}

bool store_head(struct store *store, struct str audience, struct head_row *head,
                struct error *error)
{
    const struct store_value given = text_value(audience);
    struct store_value columns[] = {{.kind = VALUE_COUNT}, {.kind = VALUE_BYTES}};
    struct head_row read = {.audience = audience};
    bool more;
    if (are_heads_known(store) && known_heads_find(&store->heads, audience, head))
        return true;
    if (!first_row(store, STATEMENT_HEAD, &given, 1, columns, 2, &more, error))
        return false;
    bool done = true;
    if (more) {
        read.size = columns[0].count;
        done = store_read_hash(store, columns[1].text, &read.root, error);
    }
    store->driver->end(store, STATEMENT_HEAD);
    if (done && store->is_writing)
        known_heads_note(&store->heads, &read);
    if (done)
        *head = read;
    return done;
}

static bool write_head(struct store *store, const struct head_row *head, struct error *error)
{
    const struct store_value given[] = {text_value(head->audience), count_value(head->size),
                                        hash_value(&head->root)};
    return run(store, STATEMENT_SET_HEAD, given, 3, error);
}

bool store_set_head(struct store *store, const struct head_row *head, struct error *error)
{
    if (!store->is_writing)
        return write_head(store, head, error);
    known_heads_set(&store->heads, head);
    return true;
}

bool store_write_heads(struct store *store, struct error *error)
{
    const struct head_row *head;
    while ((head = known_heads_take(&store->heads)))
        if (!write_head(store, head, error))
            return false;
    return true;
}

static bool gather_heads(struct store *store, struct arena *arena, struct list *heads,
                         struct error *error)
{
    struct store_value columns[] = {
        {.kind = VALUE_TEXT}, {.kind = VALUE_COUNT}, {.kind = VALUE_BYTES}};
    bool more = true;
    bool done;
    while ((done = step(store, STATEMENT_HEADS, columns, 3, &more, error)) && more) {
        struct head_row *head = LIST_ADD(heads, struct head_row);
        head->audience = arena_copy(arena, columns[0].text);
        head->size = columns[1].count;
        if (!store_read_hash(store, columns[2].text, &head->root, error))
            return false;
    }
    return done;
}

bool store_heads(struct store *store, struct arena *arena, struct list *heads, struct error *error)
{
    *heads = LIST_MAKE(arena, struct head_row);
    if (are_heads_known(store) && known_heads_list(&store->heads, heads, arena))
        return true;
    if ((store->is_writing && !store_write_heads(store, error)) ||
        !store->driver->start(store, STATEMENT_HEADS, NULL, 0, error))
        return false;
    bool done = gather_heads(store, arena, heads, error);
    store->driver->end(store, STATEMENT_HEADS);
    for (size_t i = 0; done && store->is_writing && i < heads->count; i++)
        known_heads_note(&store->heads, LIST_AT(heads, struct head_row, i));
    store->heads.are_all = done && store->is_writing;
    return done;
}

// The one column of every row of a statement.
static bool gather_texts(struct store *store, enum store_statement statement, struct arena *arena,
                         struct list *texts, struct error *error)
{
    struct store_value column = {.kind = VALUE_TEXT};
    bool more = true;
    bool done;
    *texts = LIST_MAKE(arena, struct str);
    if (!store->driver->start(store, statement, NULL, 0, error))
        return false;
    while ((done = step(store, statement, &column, 1, &more, error)) && more)
        *LIST_ADD(texts, struct str) = arena_copy(arena, column.text);
    store->driver->end(store, statement);
    return done;
}

bool store_audiences(struct store *store, struct arena *arena, struct list *audiences,
                     struct error *error)
{
    return gather_texts(store, STATEMENT_AUDIENCES, arena, audiences, error);
}

bool store_meta_names(struct store *store, struct arena *arena, struct list *names,
                      struct error *error)
{
    return gather_texts(store, STATEMENT_META_NAMES, arena, names, error);
}

bool store_add_attachment(struct store *store, struct str bytes, struct hash *hash,
                          struct error *error)
{
    *hash = hash_of(bytes);
    return store_add_attachment_row(store, &(struct attachment_row){*hash, bytes}, error);
}

bool store_add_attachment_row(struct store *store, const struct attachment_row *row,
                              struct error *error)
{
    const struct store_value given[] = {hash_value(&row->hash), bytes_value(row->bytes)};
    return run(store, STATEMENT_ADD_ATTACHMENT, given, 2, error);
}

// So many bytes of a file are hashed in a step.
#define HASHED_BYTES 64

bool store_attachment(struct store *store, struct hash hash, struct arena *arena, struct str *bytes,
                      struct error *error)
{
    const struct store_value given = hash_value(&hash);
    struct store_value column = {.kind = VALUE_BYTES};
    bool more;
    if (!first_row(store, STATEMENT_ATTACHMENT, &given, 1, &column, 1, &more, error))
        return false;
    if (more)
        *bytes = arena_copy(arena, column.text);
    store->driver->end(store, STATEMENT_ATTACHMENT);
    if (!more)
        return error_set(error, NOT_FOUND, "the case holds no file with the hash %.*s",
                         STR_ARGS(str_slice(hash_hex(hash, arena), 0, 16)));
    if (!store_spend(store, bytes->length / HASHED_BYTES, error))
        return false;
    return hash_equal(hash_of(*bytes), hash) ||
           error_set(error, TAMPERED, "the file with the hash %.*s has other bytes now",
                     STR_ARGS(str_slice(hash_hex(hash, arena), 0, 16)));
}

bool store_drop_attachment(struct store *store, struct hash hash, struct error *error)
{
    const struct store_value given = hash_value(&hash);
    return run(store, STATEMENT_DROP_ATTACHMENT, &given, 1, error);
}

bool store_add_checkpoint(struct store *store, const struct checkpoint_row *row,
                          struct error *error)
{
    return add_row(store, STATEMENT_ADD_CHECKPOINT, checkpoint_columns, row, error);
}

bool store_checkpoints(struct store *store, struct arena *arena, struct list *rows,
                       struct error *error)
{
    struct checkpoint_row row;
    bool more = true;
    bool done;
    *rows = LIST_MAKE(arena, struct checkpoint_row);
    if (!store->driver->start(store, STATEMENT_CHECKPOINTS, NULL, 0, error))
        return false;
    while ((done = next_row(store, STATEMENT_CHECKPOINTS, checkpoint_columns, arena, &row, &more,
                            error)) &&
           more)
        *LIST_ADD(rows, struct checkpoint_row) = row;
    store->driver->end(store, STATEMENT_CHECKPOINTS);
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
        *are_bound = store->format < 2 || store->is_partial ||
                     (store_meta(store, STR("checkpoints"), arena, &said, &missing) &&
                      str_equal(said, text));
    arena_close(arena);
    return done;
}

bool store_meta(struct store *store, struct str name, struct arena *arena, struct str *value,
                struct error *error)
{
    const struct store_value given = text_value(name);
    struct store_value column = {.kind = VALUE_TEXT};
    bool more;
    if (!first_row(store, STATEMENT_META, &given, 1, &column, 1, &more, error))
        return false;
    if (more)
        *value = arena_copy(arena, column.text);
    store->driver->end(store, STATEMENT_META);
    return more || error_at(error, BAD_INPUT, store_place(store),
                            "the case file does not say its %.*s", STR_ARGS(name));
}

bool store_set_meta(struct store *store, struct str name, struct str value, struct error *error)
{
    const struct store_value given[] = {text_value(name), text_value(value)};
    return run(store, STATEMENT_SET_META, given, 2, error);
}

bool store_set_state(struct store *store, const struct state_row *row, struct error *error)
{
    return add_row(store, STATEMENT_SET_STATE, state_columns, row, error);
}

bool store_clear_state(struct store *store, struct error *error)
{
    return run(store, STATEMENT_CLEAR_STATE, NULL, 0, error);
}

static const enum store_statement walk_of[] = {
    [CURSOR_ENTRIES] = STATEMENT_WALK_ENTRIES,
    [CURSOR_STATE] = STATEMENT_WALK_STATE,
    [CURSOR_STATE_ROWS] = STATEMENT_WALK_STATE_ROWS,
    [CURSOR_ATTACHMENTS] = STATEMENT_WALK_ATTACHMENTS,
    [CURSOR_FILE_HASHES] = STATEMENT_WALK_FILE_HASHES,
};

struct cursor cursor_open(struct store *store, enum cursor_kind kind, struct str audience,
                          uint64_t from)
{
    const struct store_value given[] = {text_value(audience), count_value(from)};
    struct error error;
    // What cannot be started says so at the first step.
    (void)store->driver->start(store, walk_of[kind], given, kind == CURSOR_ENTRIES ? 2 : 0, &error);
    return (struct cursor){store, kind};
}

bool cursor_entry(struct cursor *cursor, struct entry_row *row, bool *more, struct error *error)
{
    return next_row(cursor->store, walk_of[cursor->kind], entry_columns, NULL, row, more, error);
}

bool cursor_state(struct cursor *cursor, struct state_row *row, bool *more, struct error *error)
{
    return next_row(cursor->store, walk_of[cursor->kind], state_columns, NULL, row, more, error);
}

bool cursor_attachment(struct cursor *cursor, struct attachment_row *row, bool *more,
                       struct error *error)
{
    struct store_value columns[] = {{.kind = VALUE_BYTES}, {.kind = VALUE_BYTES}};
    size_t count = cursor->kind == CURSOR_ATTACHMENTS ? 2 : 1;
    if (!step(cursor->store, walk_of[cursor->kind], columns, count, more, error))
        return false;
    if (!*more)
        return true;
    row->bytes = count == 2 ? columns[1].text : STR("");
    return store_read_hash(cursor->store, columns[0].text, &row->hash, error);
}

void cursor_close(struct cursor *cursor)
{
    cursor->store->driver->end(cursor->store, walk_of[cursor->kind]);
}
