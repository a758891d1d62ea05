// SPDX-License-Identifier: Apache-2.0
// The statements of the catalogue, each prepared once in a connection. Values go in PostgreSQL's binary form.
//
// Inside a transaction a statement that only writes is sent and not waited for: its answer comes with that of
// the next that reads, or of the commit. So several cost one way to the server and back, and what went wrong
// with one is said there, before anything is committed. While some are sent the connection is in libpq's
// pipeline mode, in which the server passes over what stands behind a failure.
#include "record/store_postgresql_parts.h"

#include <stdio.h>
#include <string.h>

#define SENT_MOST 64 // answers that the server keeps for us
#define BINARY 1

bool postgresql_is_write(enum store_statement statement)
{
    const char *text = store_statement_text(statement);
    return strncmp(text, "SELECT", 6) != 0 && strncmp(text, "WITH", 4) != 0;
}

static void put_number(uint64_t number, char *bytes)
{
    for (int i = POSTGRESQL_NUMBER_BYTES - 1; i >= 0; i--, number >>= 8)
        bytes[i] = (char)(number & 0xff);
}

bool postgresql_put_given(const struct postgresql_store *postgresql,
                          const struct store_value *values, size_t count,
                          struct postgresql_given *given, struct error *error)
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
        given->lengths[i] = is_number ? POSTGRESQL_NUMBER_BYTES : (int)values[i].text.length;
        given->forms[i] = BINARY;
    }
    return true;
}

bool postgresql_prepare_text(struct postgresql_store *postgresql, const char *name,
                             const char *text, bool *is_prepared, struct error *error)
{
    if (!postgresql_settle(postgresql, error))
        return false;
    PGresult *result = PQprepare(postgresql->connection, name, text, 0, NULL);
    *is_prepared = postgresql_is_done(result) ||
                   postgresql_error(postgresql->connection, postgresql->store.path, result, error);
    PQclear(result);
    return *is_prepared;
}

bool postgresql_prepare(struct postgresql_store *postgresql, enum store_statement statement,
                        char *name, size_t size, struct error *error)
{
    bool *is_prepared = &postgresql->walks[statement].is_prepared;
    char portion[16] = "";
    snprintf(name, size, "s%d", (int)statement);
    if (*is_prepared)
        return true;
    if (statement == STATEMENT_WALK_ENTRIES)
        snprintf(portion, sizeof portion, " LIMIT %d", POSTGRESQL_ENTRIES_AT_ONCE);
    struct arena *arena = arena_open_small();
    const char *text = arena_print(arena, "%s%s", store_statement_text(statement), portion).bytes;
    bool done = postgresql_prepare_text(postgresql, name, text, is_prepared, error);
    arena_close(arena);
    return done;
}

// The connection says no more than that it is gone.
static bool count_sent(struct postgresql_store *postgresql, int is_sent, struct error *error)
{
    postgresql->sent_count++;
    return is_sent == 1 ||
           postgresql_error(postgresql->connection, postgresql->store.path, NULL, error);
}

bool postgresql_send_named(struct postgresql_store *postgresql, const char *name,
                           const struct postgresql_given *given, size_t count, struct error *error)
{
    if (postgresql->sent_count == 0)
        (void)PQenterPipelineMode(postgresql->connection); // sending says what is wrong
    return count_sent(postgresql,
                      PQsendQueryPrepared(postgresql->connection, name, (int)count, given->values,
                                          given->lengths, given->forms, BINARY),
                      error);
}

bool postgresql_send_prepared(struct postgresql_store *postgresql, enum store_statement statement,
                              const struct store_value *values, size_t count, struct error *error)
{
    struct postgresql_given given = {0};
    char name[16];
    return postgresql_put_given(postgresql, values, count, &given, error) &&
           postgresql_prepare(postgresql, statement, name, sizeof name, error) &&
           postgresql_send_named(postgresql, name, &given, count, error);
}

PGresult *postgresql_next_answer(struct postgresql_store *postgresql)
{
    PGresult *answer = PQgetResult(postgresql->connection);
    for (PGresult *more; (more = PQgetResult(postgresql->connection));)
        PQclear(more);
    return answer;
}

static bool end_part(struct postgresql_store *postgresql, struct error *error)
{
    return PQpipelineSync(postgresql->connection) == 1 ||
           postgresql_error(postgresql->connection, postgresql->store.path, NULL, error);
}

bool postgresql_part(struct postgresql_store *postgresql, struct error *error)
{
    postgresql->part_count = postgresql->sent_count;
    return end_part(postgresql, error);
}

// Those of the first part that are not read yet, or else all; with the first, the end of all is sent.
static size_t take_part(struct postgresql_store *postgresql, bool *done, struct error *error)
{
    size_t all = postgresql->sent_count;
    size_t part = postgresql->part_count > 0 ? postgresql->part_count : all;
    bool is_sent = postgresql->is_parted;
    *done = is_sent || end_part(postgresql, error);
    postgresql->is_parted = postgresql->part_count > 0;
    postgresql->part_count = 0;
    postgresql->sent_count = all - part;
    return part;
}

// The end of a part. A statement that is a transaction of its own is committed here and not before: its
// answer may come from a server that dies on the way, with the words in which it says so.
static bool take_end(struct postgresql_store *postgresql, bool done, struct error *error)
{
    PGresult *end = PQgetResult(postgresql->connection);
    bool is_end = PQresultStatus(end) == PGRES_PIPELINE_SYNC;
    done = done &&
           (is_end || postgresql_error(postgresql->connection, postgresql->store.path, end, error));
    if (!is_end && PQstatus(postgresql->connection) == CONNECTION_OK) {
        PQclear(PQgetResult(postgresql->connection)); // behind what went wrong
        PQclear(PQgetResult(postgresql->connection)); // now the end
    }
    PQclear(end);
    return done;
}

bool postgresql_collect(struct postgresql_store *postgresql, PGresult **kept, size_t count,
                        struct error *error)
{
    bool done;
    size_t passed = take_part(postgresql, &done, error) - count; // as many were sent at least
    for (size_t i = 0; i < passed + count; i++) {
        PGresult *answer = postgresql_next_answer(postgresql);
        // The first that went wrong says why; those behind it were passed over.
        done = done &&
               (postgresql_is_done(answer) ||
                postgresql_error(postgresql->connection, postgresql->store.path, answer, error));
        if (i >= passed)
            kept[i - passed] = answer;
        else
            PQclear(answer);
    }
    done = take_end(postgresql, done, error);
    if (!postgresql->is_parted)
        (void)PQexitPipelineMode(postgresql->connection);
    for (size_t i = 0; !done && i < count; i++) {
        PQclear(kept[i]);
        kept[i] = NULL;
    }
    return done;
}

bool postgresql_settle(struct postgresql_store *postgresql, struct error *error)
{
    return postgresql->sent_count == 0 || postgresql_collect(postgresql, NULL, 0, error);
}

bool postgresql_send(struct postgresql_store *postgresql, enum store_statement statement,
                     const struct store_value *values, size_t count, struct error *error)
{
    return (postgresql->sent_count < SENT_MOST || postgresql_settle(postgresql, error)) &&
           postgresql_send_prepared(postgresql, statement, values, count, error);
}

bool postgresql_execute(struct postgresql_store *postgresql, enum store_statement statement,
                        const struct store_value *values, size_t count, PGresult **result,
                        struct error *error)
{
    struct postgresql_given given = {0};
    char name[16];
    *result = NULL;
    if (postgresql->sent_count > 0)
        return postgresql_send_prepared(postgresql, statement, values, count, error) &&
               postgresql_collect(postgresql, result, 1, error);
    if (!postgresql_put_given(postgresql, values, count, &given, error) ||
        !postgresql_prepare(postgresql, statement, name, sizeof name, error))
        return false;
    *result = PQexecPrepared(postgresql->connection, name, (int)count, given.values, given.lengths,
                             given.forms, BINARY);
    if (postgresql_is_done(*result))
        return true;
    postgresql_error(postgresql->connection, postgresql->store.path, *result, error);
    PQclear(*result);
    *result = NULL;
    return false;
}
