// SPDX-License-Identifier: Apache-2.0
// The row is a table, from which jobs are taken with FOR UPDATE SKIP LOCKED, so that workers do not wait for
// one another.
#include "record/store_postgresql_parts.h"
#include "record/store_work.h"

#include "base/checked.h"
#include "base/database_address.h"
#include "base/memory.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WORK_CHANNEL "entente_work"
#define WORK_LOCK 0x456e7477 // "Entw", beside a program's number
enum { WORK_WAIT_MS = 250 };

struct store_work {
    char *place;
    PGconn *connection;
    unsigned char program[HASH_BYTES];
    int number; // of the program, in the lock that its workers share
    bool is_worker;
    struct hash job; // that was taken
    bool has_job;
};

static const char tables[] =
    "BEGIN; SELECT pg_advisory_xact_lock(1164866679,0); CREATE SCHEMA IF NOT EXISTS entente_work; "
    "CREATE TABLE IF NOT EXISTS entente_work.job(hash bytea PRIMARY KEY, program bytea NOT NULL, "
    "asked timestamptz NOT NULL DEFAULT clock_timestamp(), body bytea NOT NULL); "
    "CREATE TABLE IF NOT EXISTS entente_work.result(hash bytea PRIMARY KEY, "
    "made timestamptz NOT NULL DEFAULT clock_timestamp(), code int8 NOT NULL, bytes bytea NOT "
    "NULL); "
    "COMMIT";

// A statement with bytes as its parameters; its rows come in binary.
static PGresult *ask(struct store_work *work, const char *sql, const struct str *given,
                     size_t count)
{
    const char *values[3] = {NULL};
    int lengths[3] = {0};
    static const int forms[3] = {1, 1, 1};
    for (size_t i = 0; i < count; i++) {
        values[i] = given[i].bytes ? given[i].bytes : "";
        lengths[i] = (int)given[i].length; // what is larger was refused
    }
    return PQexecParams(work->connection, sql, (int)count, NULL, values, lengths, forms, 1);
}

static bool check(struct store_work *work, const PGresult *result, struct error *error)
{
    return postgresql_is_done(result) ||
           postgresql_error(work->connection, work->place, result, error);
}

// Runs it; *found tells whether it gave a row.
static bool run(struct store_work *work, const char *sql, const struct str *given, size_t count,
                bool *found, struct error *error)
{
    PGresult *result = count > 0 ? ask(work, sql, given, count) : PQexec(work->connection, sql);
    bool done = check(work, result, error);
    if (done && found)
        *found = PQntuples(result) > 0;
    PQclear(result);
    return done;
}

static bool check_owner(struct store_work *work, struct error *error)
{
    bool is_there = false;
    bool is_ours = false;
    if (!run(work, "SELECT 1 FROM pg_namespace WHERE nspname='entente_work'", NULL, 0, &is_there,
             error) ||
        !run(work,
             "SELECT 1 FROM pg_namespace WHERE nspname='entente_work' AND "
             "pg_has_role(nspowner,'member')",
             NULL, 0, &is_ours, error))
        return false;
    if (!is_there)
        return error_at(error, NOT_FOUND, place_of(str_of(work->place)),
                        "nobody has worked for this database yet");
    return is_ours || error_at(error, FORBIDDEN, place_of(str_of(work->place)),
                               "the row of work in this database is somebody else's");
}

static bool begin_work(struct store_work *work, struct error *error)
{
    char sql[160];
    snprintf(sql, sizeof sql,
             "SET lock_timeout='10s'; SELECT pg_advisory_lock_shared(%d,%d); LISTEN " WORK_CHANNEL,
             WORK_LOCK, work->number);
    return run(work, tables, NULL, 0, NULL, error) && check_owner(work, error) &&
           run(work, sql, NULL, 0, NULL, error) &&
           run(work, "DELETE FROM entente_work.result WHERE made<now()-interval '1 day'", NULL, 0,
               NULL, error);
}

static bool connect_to(struct store_work *work, struct error *error)
{
    struct database_address parts;
    struct arena *arena = arena_open_small();
    bool done = database_place_read(work->place, &parts);
    if (!done)
        error_set(error, MISUSE, "say the database: postgres://host/database");
    done =
        done && postgresql_library_open(error) &&
        postgresql_connect(
            work->place,
            arena_print(arena, "%.*s%.*s", STR_ARGS(parts.server), STR_ARGS(parts.options)).bytes,
            &work->connection, error);
    arena_close(arena);
    return done && (work->is_worker ? begin_work(work, error)
                                    : check_owner(work, error) &&
                                          run(work, "LISTEN " WORK_CHANNEL, NULL, 0, NULL, error));
}

bool store_work_open(const char *place, struct str program, bool is_worker,
                     struct store_work **work, struct error *error)
{
    struct store_work *made = calloc(1, sizeof *made);
    struct hash hash = hash_of(program);
    if (!made || !(made->place = strdup(place)))
        memory_exhausted(sizeof *made);
    made->is_worker = is_worker;
    memcpy(made->program, hash.bytes, HASH_BYTES);
    memcpy(&made->number, hash.bytes, sizeof made->number);
    made->number &= 0x7fffffff;
    if (connect_to(made, error)) {
        *work = made;
        return true;
    }
    store_work_close(made);
    return false;
}

void store_work_close(struct store_work *work)
{
    if (!work)
        return;
    PQfinish(work->connection); // a job that was taken is let go
    free(work->place);
    free(work);
}

static struct str bytes_of(const unsigned char *bytes)
{
    return (struct str){(const char *)bytes, HASH_BYTES};
}

// --- Asking

static bool has_workers(struct store_work *work, bool *has, struct error *error)
{
    char sql[256];
    snprintf(sql, sizeof sql,
             "SELECT 1 FROM pg_locks WHERE locktype='advisory' AND classid=%d AND objid=%d AND "
             "granted AND "
             "database=(SELECT oid FROM pg_database WHERE datname=current_database())",
             WORK_LOCK, work->number);
    return run(work, sql, NULL, 0, has, error);
}

static bool read_result(struct store_work *work, struct hash job, struct arena *arena,
                        struct store_work_result *result, struct error *error)
{
    struct str key = bytes_of(job.bytes);
    PGresult *rows = ask(work, "SELECT code,bytes FROM entente_work.result WHERE hash=$1", &key, 1);
    bool done = check(work, rows, error);
    result->is_there = done && PQntuples(rows) > 0;
    if (result->is_there) {
        const char *code = PQgetvalue(rows, 0, 0);
        result->code = (unsigned char)code[7]; // below 256
        result->bytes = arena_copy(
            arena, (struct str){PQgetvalue(rows, 0, 1), (size_t)PQgetlength(rows, 0, 1)});
    }
    PQclear(rows);
    return done;
}

// Takes a job back that nobody has begun. Whoever has begun it ends it.
static bool withdraw(struct store_work *work, struct hash job, bool *is_back, struct error *error)
{
    struct str key = bytes_of(job.bytes);
    return run(work,
               "DELETE FROM entente_work.job WHERE hash IN (SELECT hash FROM entente_work.job "
               "WHERE hash=$1 "
               "FOR UPDATE SKIP LOCKED) RETURNING hash",
               &key, 1, is_back, error);
}

static bool put(struct store_work *work, struct hash job, struct str body, struct error *error)
{
    const struct str given[] = {bytes_of(job.bytes), bytes_of(work->program), body};
    return run(work,
               "INSERT INTO entente_work.job(hash,program,body) SELECT "
               "$1::bytea,$2::bytea,$3::bytea WHERE NOT EXISTS(SELECT 1 "
               "FROM entente_work.result WHERE hash=$1) ON CONFLICT DO NOTHING",
               given, 3, NULL, error) &&
           run(work, "NOTIFY " WORK_CHANNEL, NULL, 0, NULL, error);
}

// Until something is told in the row, or for a while.
static void wait_a_while(struct store_work *work, int milliseconds)
{
    struct pollfd socket = {.fd = PQsocket(work->connection), .events = POLLIN};
    PGnotify *told;
    if (poll(&socket, 1, milliseconds) > 0 && PQconsumeInput(work->connection) == 0)
        return; // the next question says what is wrong
    while ((told = PQnotifies(work->connection)))
        PQfreemem(told);
}

static struct hash key_of(const struct store_work *work, struct str job)
{
    struct hash_parts parts = hash_parts_make();
    hash_parts_add(&parts, STR("entente-work/1"));
    hash_parts_add(&parts, bytes_of(work->program));
    hash_parts_add(&parts, job);
    return hash_parts_done(&parts);
}

bool store_work_ask(struct store_work *work, struct str job, struct arena *arena,
                    struct store_work_result *result, struct error *error)
{
    struct hash key = key_of(work, job);
    *result = (struct store_work_result){.is_there = false};
    if (job.length > INT32_MAX / 4)
        return true;
    for (;;) {
        bool has = false;
        bool is_back = false;
        if (!read_result(work, key, arena, result, error) || result->is_there)
            return !result->is_there ? false : true;
        if (!has_workers(work, &has, error))
            return false;
        if (!has) {
            if (!withdraw(work, key, &is_back, error) ||
                !read_result(work, key, arena, result, error))
                return false;
            return true; // its result, if just now it came; else it is for whoever asks to do
        }
        if (!put(work, key, job, error))
            return false;
        wait_a_while(work, WORK_WAIT_MS);
    }
}

// --- Working

// Who asked just when a job ended may have put it there once more: it is there, but has its result.
static const char dropping[] =
    "DELETE FROM entente_work.job WHERE hash IN (SELECT j.hash FROM entente_work.job j JOIN "
    "entente_work.result r ON r.hash=j.hash FOR UPDATE OF j SKIP LOCKED)";
static const char taking[] =
    "SELECT hash,body FROM entente_work.job j WHERE program=$1 AND NOT EXISTS(SELECT 1 FROM "
    "entente_work.result r WHERE r.hash=j.hash) ORDER BY asked LIMIT 1 FOR UPDATE SKIP LOCKED";

static bool take_now(struct store_work *work, struct arena *arena, struct str *job,
                     struct error *error)
{
    struct str program = bytes_of(work->program);
    if (!run(work, dropping, NULL, 0, NULL, error) || !run(work, "BEGIN", NULL, 0, NULL, error))
        return false;
    PGresult *rows = ask(work, taking, &program, 1);
    bool done = check(work, rows, error);
    bool has_one = done && PQntuples(rows) > 0 && PQgetlength(rows, 0, 0) == HASH_BYTES;
    if (has_one) {
        memcpy(work->job.bytes, PQgetvalue(rows, 0, 0), HASH_BYTES);
        *job = arena_copy(arena,
                          (struct str){PQgetvalue(rows, 0, 1), (size_t)PQgetlength(rows, 0, 1)});
    }
    PQclear(rows);
    work->has_job = has_one;
    if (has_one)
        return true;
    struct error unsaid;
    return run(work, "ROLLBACK", NULL, 0, NULL, done ? error : &unsaid) && done;
}

bool store_work_take(struct store_work *work, int milliseconds, struct arena *arena,
                     struct str *job, struct error *error)
{
    *job = (struct str){NULL, 0};
    if (PQstatus(work->connection) != CONNECTION_OK) {
        PQfinish(work->connection);
        work->connection = NULL;
        if (!connect_to(work, error))
            return false;
    }
    if (!take_now(work, arena, job, error))
        return false;
    if (!work->has_job)
        wait_a_while(work, milliseconds);
    return work->has_job || take_now(work, arena, job, error);
}

bool store_work_finish(struct store_work *work, int64_t code, struct str bytes, struct error *error)
{
    char sql[256];
    const struct str given[] = {bytes_of(work->job.bytes), bytes};
    snprintf(sql, sizeof sql,
             "INSERT INTO entente_work.result(hash,code,bytes) VALUES($1::bytea,%d,$2::bytea) ON "
             "CONFLICT DO NOTHING",
             (int)(code & 0xff));
    work->has_job = false;
    return run(work, sql, given, 2, NULL, error) &&
           run(work, "DELETE FROM entente_work.job WHERE hash=$1", given, 1, NULL, error) &&
           run(work, "NOTIFY " WORK_CHANNEL, NULL, 0, NULL, error) &&
           run(work, "COMMIT", NULL, 0, NULL, error);
}
