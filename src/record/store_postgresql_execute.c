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

#define ENTRIES_AT_ONCE "256"
#define SENT_MOST 64 // answers that the server keeps for us
#define BINARY 1
#define OWN_SIZE 256

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

// What a statement is given, in PostgreSQL's binary form.
struct postgresql_given {
    const char *values[POSTGRESQL_VALUES_MOST];
    int lengths[POSTGRESQL_VALUES_MOST];
    int forms[POSTGRESQL_VALUES_MOST];
    char numbers[POSTGRESQL_VALUES_MOST][POSTGRESQL_NUMBER_BYTES];
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
        given->lengths[i] = is_number ? POSTGRESQL_NUMBER_BYTES : (int)values[i].text.length;
        given->forms[i] = BINARY;
    }
    return true;
}

static bool prepare_text(struct postgresql_store *postgresql, const char *name, const char *text,
                         bool *is_prepared, struct error *error)
{
    if (*is_prepared)
        return true;
    if (!postgresql_settle(postgresql, error))
        return false;
    PGresult *result = PQprepare(postgresql->connection, name, text, 0, NULL);
    *is_prepared = postgresql_is_done(result) ||
                   postgresql_error(postgresql->connection, postgresql->store.path, result, error);
    PQclear(result);
    return *is_prepared;
}

// Gives the name under which the statement is prepared.
static bool prepare(struct postgresql_store *postgresql, enum store_statement statement, char *name,
                    size_t size, struct error *error)
{
    struct arena *arena = arena_open_small();
    const char *portion = statement == STATEMENT_WALK_ENTRIES ? " LIMIT " ENTRIES_AT_ONCE : "";
    const char *text = arena_print(arena, "%s%s", store_statement_text(statement), portion).bytes;
    snprintf(name, size, "s%d", (int)statement);
    bool done =
        prepare_text(postgresql, name, text, &postgresql->walks[statement].is_prepared, error);
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

static bool send_named(struct postgresql_store *postgresql, const char *name,
                       const struct postgresql_given *given, size_t count, struct error *error)
{
    if (postgresql->sent_count == 0)
        (void)PQenterPipelineMode(postgresql->connection); // sending says what is wrong
    return count_sent(postgresql,
                      PQsendQueryPrepared(postgresql->connection, name, (int)count, given->values,
                                          given->lengths, given->forms, BINARY),
                      error);
}

static bool send_prepared(struct postgresql_store *postgresql, enum store_statement statement,
                          const struct store_value *values, size_t count, struct error *error)
{
    struct postgresql_given given;
    char name[16];
    return put_given(postgresql, values, count, &given, error) &&
           prepare(postgresql, statement, name, sizeof name, error) &&
           send_named(postgresql, name, &given, count, error);
}

// The answer to one of the statements that were sent.
static PGresult *next_answer(struct postgresql_store *postgresql)
{
    PGresult *answer = PQgetResult(postgresql->connection);
    for (PGresult *more; (more = PQgetResult(postgresql->connection));)
        PQclear(more);
    return answer;
}

// Waits for the answers to all that was sent. Those of the last are kept, so many; all NULL where one went
// wrong.
static bool collect(struct postgresql_store *postgresql, PGresult **kept, size_t count,
                    struct error *error)
{
    size_t passed = postgresql->sent_count - count; // as many were sent at least
    bool done = PQpipelineSync(postgresql->connection) == 1 ||
                postgresql_error(postgresql->connection, postgresql->store.path, NULL, error);
    for (size_t i = 0; i < passed + count; i++) {
        PGresult *answer = next_answer(postgresql);
        // The first that went wrong says why; those behind it were passed over.
        done = done &&
               (postgresql_is_done(answer) ||
                postgresql_error(postgresql->connection, postgresql->store.path, answer, error));
        if (i >= passed)
            kept[i - passed] = answer;
        else
            PQclear(answer);
    }
    PQclear(PQgetResult(postgresql->connection)); // the end of the row
    (void)PQexitPipelineMode(postgresql->connection);
    postgresql->sent_count = 0;
    for (size_t i = 0; !done && i < count; i++) {
        PQclear(kept[i]);
        kept[i] = NULL;
    }
    return done;
}

bool postgresql_settle(struct postgresql_store *postgresql, struct error *error)
{
    return postgresql->sent_count == 0 || collect(postgresql, NULL, 0, error);
}

bool postgresql_send(struct postgresql_store *postgresql, enum store_statement statement,
                     const struct store_value *values, size_t count, struct error *error)
{
    return (postgresql->sent_count < SENT_MOST || postgresql_settle(postgresql, error)) &&
           send_prepared(postgresql, statement, values, count, error);
}

// The lock is let go with the transaction, also where the program that had it is killed.
static void own_text(const struct postgresql_store *postgresql, enum postgresql_own own, char *text)
{
    static const char *const texts[OWN_COUNT] = {
        [OWN_BEGIN] = "BEGIN ISOLATION LEVEL READ COMMITTED",
        [OWN_LATE] = "SET LOCAL synchronous_commit=off",
        [OWN_FORMAT] = (POSTGRESQL_FORMAT),
        [OWN_SEEN] = (POSTGRESQL_SEEN),
        [OWN_COMMIT] = "COMMIT",
    };
    if (own == OWN_LOCK)
        snprintf(text, OWN_SIZE, "SELECT pg_advisory_xact_lock(%d,%d)", 0x456e7465,
                 postgresql->number); // "Ente"
    else
        snprintf(text, OWN_SIZE, "%s", texts[own]);
}

static bool prepare_own(struct postgresql_store *postgresql, enum postgresql_own own, char *name,
                        size_t size, struct error *error)
{
    char text[OWN_SIZE];
    snprintf(name, size, "o%d", (int)own);
    own_text(postgresql, own, text);
    return prepare_text(postgresql, name, text, &postgresql->own_is_prepared[own], error);
}

static bool send_own(struct postgresql_store *postgresql, enum postgresql_own own,
                     struct error *error)
{
    static const struct postgresql_given nothing;
    char name[16];
    return prepare_own(postgresql, own, name, sizeof name, error) &&
           send_named(postgresql, name, &nothing, 0, error);
}

// All of it is prepared before any of it is sent: what is prepared waits for what was sent.
static bool send_beginning(struct postgresql_store *postgresql, struct error *error)
{
    char name[16];
    bool done = prepare(postgresql, STATEMENT_HEADS, name, sizeof name, error);
    for (int own = 0; done && own < OWN_COMMIT; own++)
        done = prepare_own(postgresql, (enum postgresql_own)own, name, sizeof name, error);
    for (int own = 0; done && own < OWN_COMMIT; own++)
        done = send_own(postgresql, (enum postgresql_own)own, error);
    return done && send_prepared(postgresql, STATEMENT_HEADS, NULL, 0, error);
}

bool postgresql_begin_with(struct postgresql_store *postgresql, PGresult **rows,
                           struct error *error)
{
    struct error unused;
    if (send_beginning(postgresql, error))
        return collect(postgresql, rows, POSTGRESQL_BEGUN_ROWS, error);
    for (size_t i = 0; i < POSTGRESQL_BEGUN_ROWS; i++)
        rows[i] = NULL;
    return !postgresql_settle(postgresql, &unused) && false;
}

bool postgresql_end_with(struct postgresql_store *postgresql, PGresult **result,
                         struct error *error)
{
    struct error unused;
    *result = NULL;
    if (send_own(postgresql, OWN_COMMIT, error))
        return collect(postgresql, result, 1, error);
    return !postgresql_settle(postgresql, &unused) && false;
}

bool postgresql_execute(struct postgresql_store *postgresql, enum store_statement statement,
                        const struct store_value *values, size_t count, PGresult **result,
                        struct error *error)
{
    struct postgresql_given given;
    char name[16];
    *result = NULL;
    if (postgresql->sent_count > 0)
        return send_prepared(postgresql, statement, values, count, error) &&
               collect(postgresql, result, 1, error);
    if (!put_given(postgresql, values, count, &given, error) ||
        !prepare(postgresql, statement, name, sizeof name, error))
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
