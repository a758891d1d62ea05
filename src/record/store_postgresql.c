// SPDX-License-Identifier: Apache-2.0
// The driver: a case is a schema of a database. Values go and come in PostgreSQL's binary form: texts and
// bytes as they are, numbers in eight bytes, the highest first.
//
// Rows of a walk are all fetched at once where they are small. Entries come in portions, and the bytes of
// files one file at a time.
#include "record/store_postgresql_parts.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static bool start(struct store *store, enum store_statement statement,
                  const struct store_value *given, size_t count, struct error *error)
{
    struct postgresql_walk *walk = &postgresql_of(store)->walks[statement];
    (void)error; // what the server says is said at the first row
    store->driver->end(store, statement);
    for (size_t i = 0; i < count; i++)
        walk->given[i] = given[i];
    walk->given_count = count;
    return true;
}

static void end(struct store *store, enum store_statement statement)
{
    struct postgresql_walk *walk = &postgresql_of(store)->walks[statement];
    PQclear(walk->rows);
    PQclear(walk->bytes);
    walk->rows = walk->bytes = NULL;
    walk->has_run = false;
}

// Outside a transaction a statement only reads, and may be asked again of a server that went away.
static bool execute(struct postgresql_store *postgresql, enum store_statement statement,
                    const struct store_value *values, size_t count, PGresult **result,
                    struct error *error)
{
    return postgresql_execute(postgresql, statement, values, count, result, error) ||
           (postgresql_is_back(postgresql) &&
            postgresql_execute(postgresql, statement, values, count, result, error));
}

static bool fetch(struct postgresql_store *postgresql, enum store_statement statement,
                  struct error *error)
{
    struct postgresql_walk *walk = &postgresql->walks[statement];
    // The hashes of all files first; each file's bytes when its row is come to.
    enum store_statement asked =
        statement == STATEMENT_WALK_ATTACHMENTS ? STATEMENT_WALK_FILE_HASHES : statement;
    PQclear(walk->rows);
    walk->rows = NULL;
    walk->row = 0;
    if (postgresql->store.is_writing && postgresql_is_write(statement)) {
        bool is_next = postgresql->store.is_gathered && !postgresql->is_saved;
        walk->has_run =
            (!is_next || postgresql_save(postgresql, error)) &&
            postgresql_send(postgresql, statement, walk->given, walk->given_count, error);
        return walk->has_run;
    }
    if (statement == STATEMENT_WALK_ENTRIES &&
        postgresql_take_ahead(postgresql, walk, &walk->rows)) {
        walk->has_run = true;
        return true;
    }
    walk->has_run = execute(postgresql, asked, walk->given, walk->given_count, &walk->rows, error);
    return walk->has_run;
}

// Behind the last row of a whole portion of entries stands perhaps another.
static bool fetch_on(struct postgresql_store *postgresql, enum store_statement statement,
                     struct error *error)
{
    struct postgresql_walk *walk = &postgresql->walks[statement];
    int count = statement == STATEMENT_WALK_ENTRIES ? PQntuples(walk->rows) : 0;
    if (walk->row < count || count == 0)
        return true;
    struct str last = postgresql_cell(walk->rows, count - 1, 1);
    walk->given[1].count = postgresql_number(last) + 1; // one place, below 2^63
    postgresql_note_end(postgresql, walk->given[0].text, walk->given[1].count);
    return count < POSTGRESQL_ENTRIES_AT_ONCE || fetch(postgresql, statement, error);
}

// A file that is gone since its hash was read has no bytes, which are not those of its hash.
static bool fetch_bytes(struct postgresql_store *postgresql, struct postgresql_walk *walk,
                        struct store_value *columns, struct error *error)
{
    const struct store_value hash = {.kind = VALUE_BYTES,
                                     .text = postgresql_cell(walk->rows, walk->row, 0)};
    PQclear(walk->bytes);
    walk->bytes = NULL;
    if (!execute(postgresql, STATEMENT_ATTACHMENT, &hash, 1, &walk->bytes, error))
        return false;
    columns[0].text = hash.text;
    columns[1].text =
        PQntuples(walk->bytes) > 0 ? postgresql_cell(walk->bytes, 0, 0) : (struct str){"", 0};
    return true;
}

static bool next(struct store *store, enum store_statement statement, struct store_value *columns,
                 size_t count, bool *more, struct error *error)
{
    struct postgresql_store *postgresql = postgresql_of(store);
    struct postgresql_walk *walk = &postgresql->walks[statement];
    if (!walk->has_run ? !fetch(postgresql, statement, error)
                       : !fetch_on(postgresql, statement, error))
        return false;
    *more = walk->rows && walk->row < PQntuples(walk->rows);
    if (!*more)
        return true;
    if (statement == STATEMENT_WALK_ATTACHMENTS) {
        if (!fetch_bytes(postgresql, walk, columns, error))
            return false;
    } else
        for (size_t i = 0; i < count; i++) {
            struct str found = postgresql_cell(walk->rows, walk->row, (int)i); // at most 7
            if (columns[i].kind == VALUE_COUNT)
                columns[i].count = postgresql_number(found);
            else
                columns[i].text = found;
        }
    walk->row++;
    return true;
}

static bool format_of(struct store *store, int64_t *format, struct error *error)
{
    struct postgresql_begun *begun = &postgresql_of(store)->begun;
    if (!begun->has_format)
        return postgresql_case_format(postgresql_of(store), format, error);
    begun->has_format = false;
    *format = begun->format;
    return true;
}

static bool set_format(struct store *store, int64_t format, struct error *error)
{
    return postgresql_case_set_format(postgresql_of(store), format, error);
}

static bool version_of(struct store *store, int64_t *version, struct error *error)
{
    struct postgresql_store *postgresql = postgresql_of(store);
    struct postgresql_begun *begun = &postgresql->begun;
    // What is gathered nobody else has seen, and nobody else has entered anything since.
    if (begun->has_version || store->is_gathered) {
        begun->has_version = false;
        *version = begun->version;
        return true;
    }
    struct arena *arena = arena_open_small();
    struct str seen;
    bool done = postgresql_ask(postgresql, POSTGRESQL_SEEN, NULL, arena, &seen, error) ||
                (postgresql_is_back(postgresql) &&
                 postgresql_ask(postgresql, POSTGRESQL_SEEN, NULL, arena, &seen, error));
    if (done)
        *version = postgresql_version(seen);
    arena_close(arena);
    return done;
}

// The server looks after its pages; what can be planted is looked at again.
static bool check_pages(struct store *store, struct error *error)
{
    return postgresql_check_tables(postgresql_of(store), postgresql_of(store)->schema, error);
}

static bool publish(struct store *store, struct error *error)
{
    return postgresql_case_publish(postgresql_of(store), error);
}

static void close_store(struct store *store)
{
    struct postgresql_store *postgresql = postgresql_of(store);
    for (int i = 0; i < STATEMENT_COUNT; i++)
        end(store, (enum store_statement)i);
    PQclear(postgresql->ahead.rows);
    PQfinish(postgresql->connection); // what was not committed is rolled back
    free(postgresql->schema);
    free(store->path);
    free(store);
}

static const struct store_driver postgresql_driver = {
    .close = close_store,
    .publish = publish,
    .begin = postgresql_begin,
    .commit = postgresql_commit,
    .rollback = postgresql_rollback,
    .gather = postgresql_gather,
    .hold = postgresql_hold,
    .flush = postgresql_flush,
    .check_entry = postgresql_check_entry,
    .format = format_of,
    .set_format = set_format,
    .version = version_of,
    .scrub = postgresql_scrub,
    .check_pages = check_pages,
    .start = start,
    .next = next,
    .end = end,
};

bool postgresql_store_open(const char *address, struct store_options options, struct store **store,
                           struct error *error)
{
    struct postgresql_store *opened = calloc(1, sizeof *opened);
    char *kept = strdup(address);
    if (!opened || !kept)
        memory_exhausted(sizeof *opened);
    opened->store = (struct store){.driver = &postgresql_driver, .path = kept};
    opened->mode = options.mode;
    store_bind(&opened->store, options.bounds);
    if (postgresql_case_open(opened, error)) {
        *store = &opened->store;
        return true;
    }
    *store = NULL;
    close_store(&opened->store);
    return false;
}
