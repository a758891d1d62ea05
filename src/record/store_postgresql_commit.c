// SPDX-License-Identifier: Apache-2.0
// One writer a case, by an advisory lock, and when the server's disk has what was entered.
//
// What is written in all of a server stands in one row, its log: a commit that waits for the disk makes sure
// of all that were committed before it, whoever did. So an act is committed without a wait, which lets go of
// the writer's lock, and the disk is waited for behind it: who comes next writes meanwhile, and one sync of
// the disk serves all that wait. Whoever enters an act is not told that it is done before.
#include "record/store_postgresql_parts.h"

#include <stdio.h>
#include <string.h>

// The columns behind a head.
enum { COLUMN_FORMAT = 3, COLUMN_SEEN };

// What was committed before is seen by each statement behind the lock; so what is looked at first is asked
// in one go with it.
static bool begin_once(struct postgresql_store *postgresql, struct error *error)
{
    PGresult *seen;
    struct postgresql_begun *begun = &postgresql->begun;
    bool done = postgresql_begin_with(postgresql, &seen, error) &&
                postgresql_read_format(postgresql, postgresql_cell(seen, 0, COLUMN_FORMAT),
                                       &begun->format, error) &&
                postgresql_know_heads(postgresql, seen, error);
    if (done)
        begun->version = postgresql_version(postgresql_cell(seen, 0, COLUMN_SEEN));
    begun->has_format = begun->has_version = done;
    PQclear(seen);
    if (!done)
        PQclear(PQexec(postgresql->connection, "ROLLBACK"));
    return done;
}

// All acts of a transaction that goes on are lost together: whoever waits for their flush is told so.
static void lose_gathered(struct postgresql_store *postgresql)
{
    postgresql->store.is_gathered = false;
    postgresql->store.is_found_again = true;
    postgresql->is_saved = false;
    postgresql->is_lost = true;
    PQclear(PQexec(postgresql->connection, "ROLLBACK"));
}

// The next act of a transaction that goes on.
static bool begin_next(struct postgresql_store *postgresql, struct error *error)
{
    if (PQstatus(postgresql->connection) == CONNECTION_OK &&
        PQtransactionStatus(postgresql->connection) != PQTRANS_INERROR)
        return true;
    lose_gathered(postgresql);
    return error_at(error, IO_FAILED, store_place(&postgresql->store),
                    "the server has given up what was entered just before; this was not entered");
}

bool postgresql_begin(struct store *store, struct error *error)
{
    struct postgresql_store *postgresql = postgresql_of(store);
    if (store->is_gathered)
        return begin_next(postgresql, error);
    if (postgresql->is_new)
        return postgresql_run_text(postgresql, "SAVEPOINT act", error);
    if (postgresql->mode == STORE_READ)
        return error_at(error, IO_FAILED, store_place(store),
                        "the case was opened to be read, so nothing is entered");
    if (!postgresql->is_owed)
        postgresql->is_lost = false; // who was waiting for a flush has been told
    if (!postgresql->is_lost && begin_once(postgresql, error))
        return true;
    // What was held before and waits for its flush may be gone: nothing is entered behind it.
    bool is_back = !postgresql->is_lost && postgresql_is_back(postgresql);
    return postgresql->is_lost ? error_at(error, IO_FAILED, store_place(store),
                                          "the server went away, perhaps before its disk had what "
                                          "was entered just before; this was not entered")
                               : is_back && begin_once(postgresql, error);
}

static bool lost_in_commit(const struct postgresql_store *postgresql, struct error *error)
{
    return error_at(error, IO_FAILED, store_place(&postgresql->store),
                    "the server %s while this was entered; whether it was is not known: look at "
                    "the log before it is entered again",
                    PQstatus(postgresql->connection) == CONNECTION_OK ? "failed" : "went away");
}

// Of a transaction beside the act's own nothing stays behind when it fails.
static void leave_failed(struct postgresql_store *postgresql)
{
    if (PQtransactionStatus(postgresql->connection) == PQTRANS_INERROR)
        PQclear(PQexec(postgresql->connection, "ROLLBACK"));
}

// A server that is asked to commit what it has given up answers that it has rolled back, and calls that done.
static bool commit_rows(struct postgresql_store *postgresql, bool *has_waited, struct error *error)
{
    PGresult *result;
    bool done = postgresql_end_with(postgresql, &result, has_waited, error);
    if (done && strcmp(PQcmdStatus(result), "COMMIT") != 0)
        done = error_at(error, IO_FAILED, store_place(&postgresql->store),
                        "the server has given up what was entered; nothing was changed");
    else if (!done && PQstatus(postgresql->connection) != CONNECTION_OK)
        (void)lost_in_commit(postgresql, error);
    PQclear(result);
    return done;
}

static void forget_begun(struct postgresql_store *postgresql)
{
    postgresql->begun = (struct postgresql_begun){0};
    PQclear(postgresql->ahead.rows);
    postgresql->ahead.rows = NULL;
}

bool postgresql_commit(struct store *store, struct error *error)
{
    struct postgresql_store *postgresql = postgresql_of(store);
    forget_begun(postgresql);
    if (postgresql->is_new)
        return store_write_heads(store, error) &&
               postgresql_run_text(postgresql, "RELEASE SAVEPOINT act", error);
    bool has_waited = false;
    bool is_held = postgresql->is_held && !store->is_flushing;
    bool is_sent = store_write_heads(store, error);
    bool done = is_sent && commit_rows(postgresql, &has_waited, error);
    if (!store->is_flushing && !postgresql->is_owed)
        return done && (is_held || has_waited || lost_in_commit(postgresql, error));
    // Others wait for the same flush, and are told the same.
    postgresql->is_owed = !store->is_flushing;
    postgresql->is_lost = postgresql->is_lost || !done || !(is_held || has_waited);
    if (!is_sent)
        return error_at(error, IO_FAILED, store_place(store),
                        "the server went away before this was committed; it was not entered");
    return done && (!postgresql->is_lost || lost_in_commit(postgresql, error));
}

// What is sent goes on its way, so that the server has done it when the transaction ends.
bool postgresql_gather(struct store *store)
{
    struct postgresql_store *postgresql = postgresql_of(store);
    struct error unused; // whoever ends the transaction is told
    if (!postgresql->is_held || postgresql->is_new)
        return false;
    postgresql->is_owed = true;
    (void)!postgresql_unsave(postgresql, &unused);
    (void)PQflush(postgresql->connection);
    return true;
}

// Of a transaction that goes on, no more than the act under way, where that alone has gone wrong.
static void rollback_act(struct postgresql_store *postgresql)
{
    struct error unused;
    bool is_well = !postgresql->is_saved || postgresql_settle(postgresql, &unused);
    if (is_well && postgresql->is_saved)
        is_well = PQtransactionStatus(postgresql->connection) == PQTRANS_INTRANS &&
                  postgresql_run_text(postgresql, "ROLLBACK TO act; RELEASE act", &unused);
    postgresql->is_saved = false;
    if (!is_well)
        lose_gathered(postgresql);
}

void postgresql_rollback(struct store *store)
{
    struct postgresql_store *postgresql = postgresql_of(store);
    struct error unused;
    if (store->is_gathered) {
        rollback_act(postgresql);
        return;
    }
    forget_begun(postgresql);
    (void)!postgresql_settle(postgresql, &unused); // what went wrong with it goes too
    PQclear(PQexec(postgresql->connection, postgresql->is_new
                                               ? "ROLLBACK TO SAVEPOINT act; RELEASE SAVEPOINT act"
                                               : "ROLLBACK"));
}

bool postgresql_hold(struct store *store, struct error *error)
{
    (void)error; // a server can always commit without a wait
    postgresql_of(store)->is_held = true;
    return true;
}

// Of several handles whose acts wait, the first waits for all.
static bool wait_for_own(struct postgresql_store *postgresql)
{
    struct error unused;
    return postgresql_wait(postgresql, postgresql->log_end, &unused);
}

#define WAIT_FOR_DISK                                                                              \
    "BEGIN; SELECT pg_logical_emit_message(true,'" POSTGRESQL_CHANNEL "',''); COMMIT"

// Others may have entered what this handle has seen. The wait is spared where all of the log is on the disk,
// and no standby has to say so too.
static bool wait_for_others(struct postgresql_store *postgresql, struct error *error)
{
    static const char asking[] =
        "SELECT pg_is_in_recovery() OR (current_setting('synchronous_standby_names')='' AND "
        "pg_current_wal_insert_lsn()<=pg_current_wal_flush_lsn())";
    struct arena *arena = arena_open_small();
    struct str is_on_disk;
    bool done =
        postgresql_ask(postgresql, asking, NULL, arena, &is_on_disk, error) &&
        (str_equal(is_on_disk, STR("t")) || postgresql_run_text(postgresql, WAIT_FOR_DISK, error));
    leave_failed(postgresql);
    arena_close(arena);
    return done;
}

static bool lost_before_disk(const struct postgresql_store *postgresql, struct error *error)
{
    return error_at(error, IO_FAILED, store_place(&postgresql->store),
                    "the server went away before its disk had this; whether it was entered is not "
                    "known: look at the log before it is entered again");
}

// Where the server went away in between, what was held may have gone with it: that is said once for all that
// was entered before the next act begins.
bool postgresql_flush(struct store *store, struct error *error)
{
    struct postgresql_store *postgresql = postgresql_of(store);
    bool is_owed = postgresql->is_owed && !postgresql->is_lost;
    postgresql->is_owed = false;
    if (is_owed ? wait_for_own(postgresql)
                : !postgresql->is_lost && wait_for_others(postgresql, error))
        return true;
    postgresql->is_lost = postgresql->is_lost || is_owed;
    bool is_back = postgresql_is_back(postgresql);
    if (!postgresql->is_lost && is_back && wait_for_others(postgresql, error))
        return true;
    return postgresql->is_lost && lost_before_disk(postgresql, error);
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
