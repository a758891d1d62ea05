// SPDX-License-Identifier: Apache-2.0
// The driver: a case is a schema of a database, and each statement of the catalogue is prepared once in
// a connection. Values go and come in PostgreSQL's binary form: texts and bytes as they are, numbers in
// eight bytes, the highest first.
//
// Rows of a walk are all fetched at once where they are small. Entries come in portions, and the bytes of
// files one file at a time.
#include "record/store_postgresql_parts.h"

#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ENTRIES_AT_ONCE "256"
#define BINARY 1
#define NUMBER_BYTES 8

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

static void put_number(uint64_t number, char *bytes)
{
    for (int i = NUMBER_BYTES - 1; i >= 0; i--, number >>= 8)
        bytes[i] = (char)(number & 0xff);
}

static uint64_t read_number(const char *bytes, int length)
{
    uint64_t number = 0;
    for (int i = 0; i < length; i++)
        number = number << 8 | (unsigned char)bytes[i];
    return number;
}

static bool prepare(struct postgresql_store *postgresql, enum store_statement statement,
                    const char *name, struct error *error)
{
    struct arena *arena = arena_open_small();
    const char *portion = statement == STATEMENT_WALK_ENTRIES ? " LIMIT " ENTRIES_AT_ONCE : "";
    const char *text = arena_print(arena, "%s%s", store_statement_text(statement), portion).bytes;
    PGresult *result = PQprepare(postgresql->connection, name, text, 0, NULL);
    bool done = PQresultStatus(result) == PGRES_COMMAND_OK ||
                postgresql_error(postgresql->connection, postgresql->store.path, result, error);
    PQclear(result);
    arena_close(arena);
    return done;
}

// What a statement is given, in PostgreSQL's binary form.
struct postgresql_given {
    const char *values[POSTGRESQL_VALUES_MOST];
    int lengths[POSTGRESQL_VALUES_MOST];
    int forms[POSTGRESQL_VALUES_MOST];
    char numbers[POSTGRESQL_VALUES_MOST][NUMBER_BYTES];
};

static bool put_given(const struct postgresql_store *postgresql, const struct store_value *values,
                      size_t count, struct postgresql_given *given, struct error *error)
{
    for (size_t i = 0; i < count; i++) {
        bool is_number = values[i].kind == VALUE_COUNT;
        put_number(values[i].count, given->numbers[i]);
        if (values[i].text.length > INT32_MAX / 2)
            return error_at(error, TOO_LARGE, store_place(&postgresql->store),
                            "a text or file is larger than the database holds");
        given->values[i] = is_number              ? given->numbers[i]
                           : values[i].text.bytes ? values[i].text.bytes
                                                  : "";
        given->lengths[i] = is_number ? NUMBER_BYTES : (int)values[i].text.length;
        given->forms[i] = BINARY;
    }
    return true;
}

static bool execute_once(struct postgresql_store *postgresql, enum store_statement statement,
                         const struct postgresql_given *given, size_t count, PGresult **result,
                         struct error *error)
{
    char name[16];
    snprintf(name, sizeof name, "s%d", (int)statement);
    if (!postgresql->walks[statement].is_prepared && !prepare(postgresql, statement, name, error))
        return false;
    postgresql->walks[statement].is_prepared = true;
    *result = PQexecPrepared(postgresql->connection, name, (int)count, given->values,
                             given->lengths, given->forms, BINARY);
    ExecStatusType status = PQresultStatus(*result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
        return true;
    postgresql_error(postgresql->connection, postgresql->store.path, *result, error);
    PQclear(*result);
    *result = NULL;
    return false;
}

// Runs a statement of the catalogue; *result holds its rows. Outside a transaction it only reads, and may
// be asked again of a server that went away.
static bool execute(struct postgresql_store *postgresql, enum store_statement statement,
                    const struct store_value *values, size_t count, PGresult **result,
                    struct error *error)
{
    struct postgresql_given given;
    return put_given(postgresql, values, count, &given, error) &&
           (execute_once(postgresql, statement, &given, count, result, error) ||
            (postgresql_is_back(postgresql) &&
             execute_once(postgresql, statement, &given, count, result, error)));
}

static struct str cell(const PGresult *rows, int row, int column)
{
    return (struct str){PQgetvalue(rows, row, column), (size_t)PQgetlength(rows, row, column)};
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
    walk->has_run = execute(postgresql, asked, walk->given, walk->given_count, &walk->rows, error);
    return walk->has_run;
}

// Behind the last row of a portion of entries stands perhaps another.
static bool fetch_on(struct postgresql_store *postgresql, enum store_statement statement,
                     struct error *error)
{
    struct postgresql_walk *walk = &postgresql->walks[statement];
    int count = PQntuples(walk->rows);
    if (statement != STATEMENT_WALK_ENTRIES || walk->row < count || count == 0)
        return true;
    struct str last = cell(walk->rows, count - 1, 1);
    walk->given[1].count = read_number(last.bytes, (int)last.length) + 1; // one place, below 2^63
    return fetch(postgresql, statement, error);
}

// A file that is gone since its hash was read has no bytes, which are not those of its hash.
static bool fetch_bytes(struct postgresql_store *postgresql, struct postgresql_walk *walk,
                        struct store_value *columns, struct error *error)
{
    const struct store_value hash = {.kind = VALUE_BYTES, .text = cell(walk->rows, walk->row, 0)};
    PQclear(walk->bytes);
    walk->bytes = NULL;
    if (!execute(postgresql, STATEMENT_ATTACHMENT, &hash, 1, &walk->bytes, error))
        return false;
    columns[0].text = hash.text;
    columns[1].text = PQntuples(walk->bytes) > 0 ? cell(walk->bytes, 0, 0) : (struct str){"", 0};
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
    *more = walk->row < PQntuples(walk->rows);
    if (!*more)
        return true;
    if (statement == STATEMENT_WALK_ATTACHMENTS) {
        if (!fetch_bytes(postgresql, walk, columns, error))
            return false;
    } else
        for (size_t i = 0; i < count; i++) {
            struct str found = cell(walk->rows, walk->row, (int)i); // at most 7
            if (columns[i].kind == VALUE_COUNT)
                columns[i].count = read_number(found.bytes, (int)found.length);
            else
                columns[i].text = found;
        }
    walk->row++;
    return true;
}

static bool format_of(struct store *store, int64_t *format, struct error *error)
{
    return postgresql_case_format(postgresql_of(store), format, error);
}

static bool set_format(struct store *store, int64_t format, struct error *error)
{
    return postgresql_case_set_format(postgresql_of(store), format, error);
}

// Which transactions are seen: the same words mean the same rows in all tables, whoever wrote them.
// That it also changes with what is written elsewhere costs a look at the heads.
static bool version_of(struct store *store, int64_t *version, struct error *error)
{
    struct arena *arena = arena_open_small();
    struct str seen;
    struct postgresql_store *postgresql = postgresql_of(store);
    static const char sql[] = "SELECT pg_current_snapshot()";
    bool done = postgresql_ask(postgresql, sql, NULL, arena, &seen, error) ||
                (postgresql_is_back(postgresql) &&
                 postgresql_ask(postgresql, sql, NULL, arena, &seen, error));
    if (done) {
        struct hash hash = hash_of(seen);
        *version = (int64_t)(read_number((const char *)hash.bytes, NUMBER_BYTES) >> 1);
    }
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
    PQfinish(postgresql->connection); // what was not committed is rolled back
    free(postgresql->schema);
    free(postgresql->waits);
    free(store->path);
    free(store);
}

static const struct store_driver postgresql_driver = {
    .close = close_store,
    .publish = publish,
    .begin = postgresql_begin,
    .commit = postgresql_commit,
    .rollback = postgresql_rollback,
    .hold = postgresql_hold,
    .flush = postgresql_flush,
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
