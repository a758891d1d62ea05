// SPDX-License-Identifier: Apache-2.0
// PostgreSQL, for the driver's own files and no others.

#ifndef ENTENTE_RECORD_STORE_POSTGRESQL_PARTS_H
#define ENTENTE_RECORD_STORE_POSTGRESQL_PARTS_H

#include "record/store.h"
#include "record/store_parts.h"

#include <libpq-fe.h>

#define POSTGRESQL_VALUES_MOST 7
#define POSTGRESQL_SCHEMA "case_" // and the name of the case

// A statement of the catalogue under way: its parameters, and the rows that have come so far.
struct postgresql_walk {
    struct store_value given[POSTGRESQL_VALUES_MOST];
    size_t given_count;
    bool is_prepared;
    bool has_run;
    PGresult *rows;
    int row;         // the next
    PGresult *bytes; // of the file that stands at the row before
};

struct postgresql_store {
    struct store store;
    PGconn *connection;
    struct postgresql_walk walks[STATEMENT_COUNT];
    char *schema; // its tables lie there
    int number;   // of the schema, in the lock of the one writer
    enum store_mode mode;
    bool is_new;  // what it holds is in one transaction, until it is published
    char *waits;  // how long commits wait where they are not held; NULL: they are not held
    bool is_owed; // commits were held since the last flush
    bool is_lost; // and the server went away meanwhile
};

// Each of our stores begins with what all drivers share.
static inline struct postgresql_store *postgresql_of(struct store *store)
{
    return (struct postgresql_store *)store;
}

// Opens libpq, before any of its functions is called. One that is called for the first time anywhere gets its
// line in store_postgresql_library.c.
// Errors: UNSUPPORTED, where it is not installed
bool postgresql_library_open(struct error *error) MUST_CHECK;

// Sets the error that the server's answer stands for, or what is wrong with the connection, and gives false.
bool postgresql_error(const PGconn *connection, const char *address, const PGresult *result,
                      struct error *error);

// Statements beside the catalogue, run once.
bool postgresql_run_text(struct postgresql_store *postgresql, const char *sql,
                         struct error *error) MUST_CHECK;
// The one value that a statement gives for one parameter, which may be NULL; in the arena.
bool postgresql_ask(struct postgresql_store *postgresql, const char *sql, const char *given,
                    struct arena *arena, struct str *value, struct error *error) MUST_CHECK;

// After something went wrong: was it that the server went away, outside a transaction, and is it back? Then
// the case is found again, and what failed may be tried once more.
bool postgresql_is_back(struct postgresql_store *postgresql);

// Transactions; see struct store_driver.
bool postgresql_begin(struct store *store, struct error *error) MUST_CHECK;
bool postgresql_commit(struct store *store, struct error *error) MUST_CHECK;
void postgresql_rollback(struct store *store);
bool postgresql_hold(struct store *store, struct error *error) MUST_CHECK;
bool postgresql_flush(struct store *store, struct error *error) MUST_CHECK;
bool postgresql_scrub(struct store *store, bool *is_clean, struct error *error) MUST_CHECK;

// Every act is told on this channel, with the name of the case's schema.
#define POSTGRESQL_CHANNEL "entente"
// Connects to the server of an address, which holds no password. *connection is to be closed either way.
bool postgresql_connect(const char *address, const char *server, PGconn **connection,
                        struct error *error) MUST_CHECK;

// Opens what store.path names. Errors: as store_open says
bool postgresql_case_open(struct postgresql_store *postgresql, struct error *error) MUST_CHECK;
bool postgresql_case_publish(struct postgresql_store *postgresql, struct error *error) MUST_CHECK;
bool postgresql_case_format(struct postgresql_store *postgresql, int64_t *format,
                            struct error *error) MUST_CHECK;
bool postgresql_case_set_format(struct postgresql_store *postgresql, int64_t format,
                                struct error *error) MUST_CHECK;
// Are its tables, to the letter, those of a case? Errors: BAD_INPUT
bool postgresql_check_tables(struct postgresql_store *postgresql, const char *schema,
                             struct error *error) MUST_CHECK;
bool postgresql_make_tables(struct postgresql_store *postgresql, const char *schema,
                            struct error *error) MUST_CHECK;

#endif
