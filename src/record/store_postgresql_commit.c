// SPDX-License-Identifier: Apache-2.0
// One writer a case, by an advisory lock, and when the server's disk has what was entered.
//
// What is written in all of a server stands in one row, its log: a commit that waits for the disk makes sure
// of all that were committed before it, whoever did.
#include "record/store_postgresql_parts.h"

#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The lock is let go with the transaction, also where the program that had it is killed. What was
// committed before is seen by each statement behind it.
static bool begin_once(struct postgresql_store *postgresql, struct error *error)
{
    char sql[128];
    snprintf(sql, sizeof sql,
             "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock(%d,%d)",
             0x456e7465, postgresql->number); // "Ente"
    if (postgresql_run_text(postgresql, sql, error))
        return true;
    PQclear(PQexec(postgresql->connection, "ROLLBACK"));
    return false;
}

bool postgresql_begin(struct store *store, struct error *error)
{
    struct postgresql_store *postgresql = postgresql_of(store);
    if (postgresql->is_new)
        return postgresql_run_text(postgresql, "SAVEPOINT act", error);
    if (postgresql->mode == STORE_READ)
        return error_at(error, IO_FAILED, store_place(store),
                        "the case was opened to be read, so nothing is entered");
    bool done = begin_once(postgresql, error) ||
                (postgresql_is_back(postgresql) && begin_once(postgresql, error));
    postgresql->is_lost = false; // who was waiting for a flush has been told
    return done;
}

// Commits, then tells who listens: in a transaction of its own, which waits for nothing. One that both
// writes and tells would keep all that tell waiting in one row while the disk is waited for.
static PGresult *commit_and_tell(struct postgresql_store *postgresql)
{
    char sql[256];
    snprintf(sql, sizeof sql,
             "COMMIT; BEGIN; SET LOCAL synchronous_commit=off; "
             "SELECT pg_notify('" POSTGRESQL_CHANNEL "','%s'); COMMIT",
             postgresql->schema);
    if (PQsendQuery(postgresql->connection, sql) == 0)
        return NULL;
    PGresult *first = PQgetResult(postgresql->connection);
    for (PGresult *next; (next = PQgetResult(postgresql->connection));)
        PQclear(next); // that nobody could be told changes nothing
    return first;
}

// A server that is asked to commit what it has given up answers that it has rolled back, and calls that done.
bool postgresql_commit(struct store *store, struct error *error)
{
    struct postgresql_store *postgresql = postgresql_of(store);
    if (postgresql->is_new)
        return postgresql_run_text(postgresql, "RELEASE SAVEPOINT act", error);
    PGresult *result = commit_and_tell(postgresql);
    bool is_answered = PQresultStatus(result) == PGRES_COMMAND_OK;
    bool done = is_answered && strcmp(PQcmdStatus(result), "COMMIT") == 0;
    if (!done && is_answered)
        error_at(error, IO_FAILED, store_place(store),
                 "the server has given up what was entered; nothing was changed");
    else if (!done && PQstatus(postgresql->connection) != CONNECTION_OK)
        error_at(error, IO_FAILED, store_place(store),
                 "the server went away while this was entered; whether it was is not known: look "
                 "at the log before it is entered again");
    else if (!done)
        postgresql_error(postgresql->connection, store->path, result, error);
    PQclear(result);
    postgresql->is_owed = postgresql->is_owed || (done && postgresql->waits);
    return done;
}

void postgresql_rollback(struct store *store)
{
    struct postgresql_store *postgresql = postgresql_of(store);
    PQclear(PQexec(postgresql->connection, postgresql->is_new
                                               ? "ROLLBACK TO SAVEPOINT act; RELEASE SAVEPOINT act"
                                               : "ROLLBACK"));
}

bool postgresql_hold(struct store *store, struct error *error)
{
    struct postgresql_store *postgresql = postgresql_of(store);
    struct arena *arena = arena_open_small();
    struct str waits;
    bool done =
        postgresql->waits ||
        (postgresql_ask(postgresql, "SHOW synchronous_commit", NULL, arena, &waits, error) &&
         postgresql_run_text(postgresql, "SET synchronous_commit=off", error));
    if (done && !postgresql->waits) {
        postgresql->waits = strdup(arena_c_string(arena, waits));
        if (!postgresql->waits)
            memory_exhausted(waits.length);
    }
    arena_close(arena);
    return done;
}

// A transaction that writes nothing does not wait at its end, so this one writes a line that nobody reads. It
// is spared where all of the log is on the disk, and no standby has to say so too.
static bool wait_for_disk(struct postgresql_store *postgresql, struct error *error)
{
    static const char asking[] =
        "SELECT pg_is_in_recovery() OR (current_setting('synchronous_standby_names')='' AND "
        "pg_current_wal_insert_lsn()<=pg_current_wal_flush_lsn())";
    struct arena *arena = arena_open_small();
    struct str is_there;
    bool done = postgresql_ask(postgresql, asking, NULL, arena, &is_there, error);
    if (done && !str_equal(is_there, STR("t")))
        done = postgresql_run_text(postgresql,
                                   arena_print(arena,
                                               "BEGIN; SET LOCAL synchronous_commit=%s; SELECT "
                                               "pg_logical_emit_message(true,'" POSTGRESQL_CHANNEL
                                               "',''); COMMIT",
                                               postgresql->waits ? postgresql->waits : "on")
                                       .bytes,
                                   error);
    arena_close(arena);
    return done;
}

// Where the server went away in between, what was held may have gone with it: that is said once for all that
// was entered before the next act begins.
bool postgresql_flush(struct store *store, struct error *error)
{
    struct postgresql_store *postgresql = postgresql_of(store);
    if (!postgresql->is_lost && wait_for_disk(postgresql, error)) {
        postgresql->is_owed = false;
        return true;
    }
    bool is_back = postgresql_is_back(postgresql);
    if (!postgresql->is_lost && is_back && wait_for_disk(postgresql, error))
        return true;
    if (postgresql->is_lost)
        error_at(error, IO_FAILED, store_place(store),
                 "the server went away before its disk had this; whether it was entered is not "
                 "known: look at the log before it is entered again");
    postgresql->is_owed = false;
    return false;
}

// Rows of before lie in the tables until these are written anew, and most common values in the statistics.
// While somebody else looks at a table that waits, and is given up.
bool postgresql_scrub(struct store *store, bool *is_clean, struct error *error)
{
    static const char *const tables[] = {"entry", "attachment", "state"};
    struct postgresql_store *postgresql = postgresql_of(store);
    char sql[256];
    *is_clean = true;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        struct error busy;
        snprintf(sql, sizeof sql, "VACUUM (FULL, ANALYZE) \"%s\".%s", postgresql->schema,
                 tables[i]);
        if (!postgresql_run_text(postgresql, sql, &busy))
            *is_clean = false;
    }
    return PQstatus(postgresql->connection) == CONNECTION_OK ||
           error_at(error, IO_FAILED, store_place(store),
                    "the server went away before its tables were written anew");
}
