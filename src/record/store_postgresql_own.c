// SPDX-License-Identifier: Apache-2.0
// What is asked beside the catalogue with every act, each prepared once in a connection: how it begins, that
// what was written reads back, how it ends, and that the disk has it.
#include "record/store_postgresql_parts.h"

#include <stdio.h>
#include <string.h>

// The lock is let go with the transaction, also where the program that had it is killed. Who listens is told
// when it is committed, perhaps before the disk has it: whoever reads on then waits for the disk himself. A
// transaction that writes nothing does not wait at its end, so what waits writes a line that nobody reads. An
// entry that does not read back makes the server divide by zero, behind which it does nothing.
static const char *own_text(const struct postgresql_store *postgresql, enum postgresql_own own,
                            struct arena *arena)
{
    switch (own) {
    case OWN_BEGIN:
        return "BEGIN ISOLATION LEVEL READ COMMITTED";
    case OWN_LOCK:
        return arena_print(arena,
                           "SELECT set_config('synchronous_commit','off',true),"
                           "pg_advisory_xact_lock(%d,%d),pg_notify('" POSTGRESQL_CHANNEL "','%s')",
                           0x456e7465, postgresql->number, postgresql->schema) // "Ente"
            .bytes;
    case OWN_SEEN:
        return arena_print(arena,
                           "SELECT audience,size,root,format,seen FROM (SELECT "
                           "pg_current_snapshot()::text AS seen, (SELECT " POSTGRESQL_FORMAT_OF(
                               "description") " FROM pg_description WHERE objoid=%u AND "
                                              "classoid='pg_namespace'::regclass AND objsubid=0) "
                                              "AS format) s "
                                              "LEFT JOIN head ON true",
                           (unsigned)postgresql->number)
            .bytes;
    case OWN_SAVE:
        return "SAVEPOINT act";
    case OWN_RELEASE:
        return "RELEASE act";
    case OWN_CHECK:
        return "SELECT 1/count(*) FROM entry WHERE audience=$1 AND at=$2 AND salt=$3 AND "
               "sha256(content)=$4 AND attachments=$5 AND commitment=$6 AND subtree=$7";
    case OWN_COMMIT:
        return "COMMIT";
    case OWN_END:
        return "SELECT pg_current_wal_insert_lsn()";
    case OWN_WAIT:
        return "SELECT pg_logical_emit_message(true,'" POSTGRESQL_CHANNEL "','') WHERE "
               "$1='0/0'::pg_lsn OR pg_current_wal_flush_lsn()<$1 OR "
               "current_setting('synchronous_standby_names')<>''";
    case OWN_COUNT:
        break;
    }
    return "";
}

static bool prepare_own(struct postgresql_store *postgresql, enum postgresql_own own, char *name,
                        size_t size, struct error *error)
{
    bool *is_prepared = &postgresql->own_is_prepared[own];
    snprintf(name, size, "o%d", (int)own);
    if (*is_prepared)
        return true;
    struct arena *arena = arena_open_small();
    bool done = postgresql_prepare_text(postgresql, name, own_text(postgresql, own, arena),
                                        is_prepared, error);
    arena_close(arena);
    return done;
}

static bool send_own(struct postgresql_store *postgresql, enum postgresql_own own,
                     const struct store_value *values, size_t count, struct error *error)
{
    struct postgresql_given given = {0};
    char name[16];
    return postgresql_put_given(postgresql, values, count, &given, error) &&
           prepare_own(postgresql, own, name, sizeof name, error) &&
           postgresql_send_named(postgresql, name, &given, count, error);
}

bool postgresql_save(struct postgresql_store *postgresql, struct error *error)
{
    postgresql->is_saved = send_own(postgresql, OWN_SAVE, NULL, 0, error);
    return postgresql->is_saved;
}

bool postgresql_unsave(struct postgresql_store *postgresql, struct error *error)
{
    bool was_saved = postgresql->is_saved;
    postgresql->is_saved = false;
    return !was_saved || send_own(postgresql, OWN_RELEASE, NULL, 0, error);
}

// Gives up what was sent, after sending went wrong.
static bool give_up(struct postgresql_store *postgresql)
{
    struct error unused;
    return !postgresql_settle(postgresql, &unused) && false;
}

// --- The beginning

bool postgresql_take_ahead(struct postgresql_store *postgresql, const struct postgresql_walk *walk,
                           PGresult **rows)
{
    struct postgresql_ahead *ahead = &postgresql->ahead;
    if (!postgresql->store.is_writing)
        return false;
    ahead->is_wanted = true;
    if (!ahead->rows || walk->given[1].count != ahead->from ||
        !str_equal(walk->given[0].text, (struct str){ahead->audience, ahead->length}))
        return false;
    *rows = ahead->rows;
    ahead->rows = NULL;
    return true;
}

void postgresql_note_end(struct postgresql_store *postgresql, struct str audience, uint64_t from)
{
    struct postgresql_ahead *ahead = &postgresql->ahead;
    if (audience.length > sizeof ahead->audience)
        return;
    memcpy(ahead->audience, audience.bytes, audience.length);
    ahead->length = audience.length;
    ahead->from = from;
}

static bool send_ahead(struct postgresql_store *postgresql, struct error *error)
{
    const struct postgresql_ahead *ahead = &postgresql->ahead;
    const struct store_value given[] = {
        {.kind = VALUE_TEXT, .text = {ahead->audience, ahead->length}},
        {.kind = VALUE_COUNT, .count = ahead->from},
    };
    return postgresql_send_prepared(postgresql, STATEMENT_WALK_ENTRIES, given, 2, error);
}

// All of it is prepared before any of it is sent: what is prepared waits for what was sent.
static bool prepare_from(struct postgresql_store *postgresql, enum postgresql_own first,
                         struct error *error)
{
    char name[16];
    bool done = true;
    for (int own = (int)first; done && own < OWN_COUNT; own++)
        done = prepare_own(postgresql, (enum postgresql_own)own, name, sizeof name, error);
    return done;
}

static bool send_beginning(struct postgresql_store *postgresql, bool with_ahead,
                           struct error *error)
{
    char name[16];
    bool done = prepare_from(postgresql, OWN_BEGIN, error) &&
                (!with_ahead ||
                 postgresql_prepare(postgresql, STATEMENT_WALK_ENTRIES, name, sizeof name, error));
    for (int own = OWN_BEGIN; done && own <= OWN_SEEN; own++)
        done = send_own(postgresql, (enum postgresql_own)own, NULL, 0, error);
    return done && (!with_ahead || send_ahead(postgresql, error));
}

bool postgresql_begin_with(struct postgresql_store *postgresql, PGresult **seen,
                           struct error *error)
{
    struct postgresql_ahead *ahead = &postgresql->ahead;
    PGresult *rows[2] = {NULL, NULL};
    bool with_ahead = ahead->is_wanted && ahead->length > 0;
    *seen = NULL;
    ahead->is_wanted = false; // until entries are asked for again
    if (!send_beginning(postgresql, with_ahead, error))
        return give_up(postgresql);
    if (!postgresql_collect(postgresql, rows, with_ahead ? 2 : 1, error))
        return false;
    *seen = rows[0];
    PQclear(ahead->rows);
    ahead->rows = rows[1];
    return true;
}

// --- The end

bool postgresql_check_entry(struct store *store, const struct entry_row *row, struct error *error)
{
    struct hash hash = hash_of(row->content);
    const struct store_value given[] = {
        {.kind = VALUE_TEXT, .text = row->audience},
        {.kind = VALUE_COUNT, .count = row->at},
        {.kind = VALUE_BYTES, .text = row->salt},
        {.kind = VALUE_BYTES, .text = {(const char *)hash.bytes, HASH_BYTES}},
        {.kind = VALUE_BYTES, .text = row->attachments},
        {.kind = VALUE_BYTES, .text = row->commitment},
        {.kind = VALUE_BYTES, .text = row->subtree},
    };
    postgresql_note_end(postgresql_of(store), row->audience, row->at + 1); // one place, below 2^63
    return send_own(postgresql_of(store), OWN_CHECK, given, sizeof given / sizeof *given, error);
}

static bool send_wait(struct postgresql_store *postgresql, uint64_t log_end, struct error *error)
{
    const struct store_value given = {.kind = VALUE_COUNT, .count = log_end};
    return send_own(postgresql, OWN_WAIT, &given, 1, error);
}

// The commit, and behind it the wait as a transaction of its own: one way to the server and back.
static bool commit_and_wait(struct postgresql_store *postgresql, PGresult **result,
                            bool *has_waited, struct error *error)
{
    struct error unused;
    PGresult *waited = NULL;
    if (!postgresql_part(postgresql, error) || !send_wait(postgresql, 0, error))
        return give_up(postgresql);
    bool done = postgresql_collect(postgresql, result, 1, error);
    *has_waited = postgresql_collect(postgresql, &waited, 1, &unused);
    PQclear(waited);
    return done;
}

bool postgresql_end_with(struct postgresql_store *postgresql, PGresult **result, bool *has_waited,
                         struct error *error)
{
    PGresult *rows[2] = {NULL, NULL};
    *result = NULL;
    *has_waited = false;
    bool is_held = postgresql->is_held && !postgresql->store.is_flushing;
    // Of a new case nothing is prepared that names it by a number: it has none yet.
    if (!prepare_from(postgresql, OWN_COMMIT, error) ||
        !send_own(postgresql, OWN_COMMIT, NULL, 0, error) ||
        (is_held && !send_own(postgresql, OWN_END, NULL, 0, error)))
        return give_up(postgresql);
    if (!is_held)
        return commit_and_wait(postgresql, result, has_waited, error);
    if (!postgresql_collect(postgresql, rows, 2, error))
        return false;
    *result = rows[0];
    postgresql->log_end = postgresql_number(postgresql_cell(rows[1], 0, 0));
    PQclear(rows[1]);
    return true;
}

bool postgresql_wait(struct postgresql_store *postgresql, uint64_t log_end, struct error *error)
{
    PGresult *waited;
    if (!send_wait(postgresql, log_end, error))
        return give_up(postgresql);
    bool done = postgresql_collect(postgresql, &waited, 1, error);
    PQclear(waited);
    return done;
}
