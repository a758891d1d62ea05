// SPDX-License-Identifier: Apache-2.0
// PostgreSQL, for the driver's own files and no others.

#ifndef ENTENTE_RECORD_STORE_POSTGRESQL_PARTS_H
#define ENTENTE_RECORD_STORE_POSTGRESQL_PARTS_H

#include "record/store.h"
#include "record/store_parts.h"

#include <libpq-fe.h>

#define POSTGRESQL_VALUES_MOST 7
#define POSTGRESQL_AHEAD_BYTES 64
#define POSTGRESQL_ENTRIES_AT_ONCE 256
#define POSTGRESQL_SCHEMA "case_" // and the name of the case

// What is asked beside the catalogue with every act.
enum postgresql_own {
    OWN_BEGIN,
    OWN_LOCK,    // waits for it; the commit will tell who listens, and not wait for the disk
    OWN_SEEN,    // all heads, and beside each the format and what is seen
    OWN_SAVE,    // where an act begins in a transaction that has others
    OWN_RELEASE, // and where it has ended
    OWN_CHECK,   // that an entry reads back as it was written
    OWN_COMMIT,
    OWN_END,  // of the server's log
    OWN_WAIT, // until the disk has the log up to a place
    OWN_COUNT
};

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

// What others may have entered since, asked for together with the transaction's beginning.
struct postgresql_ahead {
    bool is_wanted; // somebody else has been writing here
    char audience[POSTGRESQL_AHEAD_BYTES];
    size_t length;
    uint64_t from;
    PGresult *rows; // of STATEMENT_WALK_ENTRIES; NULL: not asked, or taken
};

struct postgresql_store {
    struct store store;
    PGconn *connection;
    struct postgresql_walk walks[STATEMENT_COUNT];
    bool own_is_prepared[OWN_COUNT];
    char *schema; // its tables lie there
    int number;   // of the schema, in the lock of the one writer
    enum store_mode mode;
    size_t sent_count; // statements whose answers have not been waited for
    size_t part_count; // of them those in front of postgresql_part; 0: it was not called
    bool is_parted;    // the answers to those are read, and to those behind it not yet
    // What was asked together with the transaction's beginning, until it is asked for.
    struct postgresql_begun {
        bool has_format, has_version;
        int64_t format, version;
    } begun;
    struct postgresql_ahead ahead;
    uint64_t log_end; // of the server's log, behind the newest commit that was held
    bool is_new;      // what it holds is in one transaction, until it is published
    bool is_saved;    // of the act under way something was sent, behind OWN_SAVE
    bool is_held;     // a commit does not wait for the disk
    bool is_owed;     // commits were held since the last flush
    bool is_lost;     // and the server went away meanwhile
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

// Runs a statement of the catalogue; *result holds its rows.
bool postgresql_execute(struct postgresql_store *postgresql, enum store_statement statement,
                        const struct store_value *values, size_t count, PGresult **result,
                        struct error *error) MUST_CHECK;
// Does it change rows, and give none?
bool postgresql_is_write(enum store_statement statement);
// Sends one that does, inside a transaction. What goes wrong with it is said by whatever is asked next.
bool postgresql_send(struct postgresql_store *postgresql, enum store_statement statement,
                     const struct store_value *values, size_t count,
                     struct error *error) MUST_CHECK;
// Sends OWN_SAVE or OWN_RELEASE.
bool postgresql_save(struct postgresql_store *postgresql, struct error *error) MUST_CHECK;
bool postgresql_unsave(struct postgresql_store *postgresql, struct error *error) MUST_CHECK;
// Waits for all that was sent; whoever is to use the connection otherwise does so first.
bool postgresql_settle(struct postgresql_store *postgresql, struct error *error) MUST_CHECK;
// What a statement is given, in PostgreSQL's binary form.
#define POSTGRESQL_NUMBER_BYTES 8
struct postgresql_given {
    const char *values[POSTGRESQL_VALUES_MOST];
    int lengths[POSTGRESQL_VALUES_MOST];
    int forms[POSTGRESQL_VALUES_MOST];
    char numbers[POSTGRESQL_VALUES_MOST][POSTGRESQL_NUMBER_BYTES];
};
bool postgresql_put_given(const struct postgresql_store *postgresql,
                          const struct store_value *values, size_t count,
                          struct postgresql_given *given, struct error *error) MUST_CHECK;
// Prepares a text once, after waiting for all that was sent.
bool postgresql_prepare_text(struct postgresql_store *postgresql, const char *name,
                             const char *text, bool *is_prepared, struct error *error) MUST_CHECK;
// Gives the name under which a statement of the catalogue is prepared.
bool postgresql_prepare(struct postgresql_store *postgresql, enum store_statement statement,
                        char *name, size_t size, struct error *error) MUST_CHECK;
// Sends what is prepared.
bool postgresql_send_named(struct postgresql_store *postgresql, const char *name,
                           const struct postgresql_given *given, size_t count,
                           struct error *error) MUST_CHECK;
bool postgresql_send_prepared(struct postgresql_store *postgresql, enum store_statement statement,
                              const struct store_value *values, size_t count,
                              struct error *error) MUST_CHECK;
// The answer to one of the statements that were sent.
PGresult *postgresql_next_answer(struct postgresql_store *postgresql);
// What is sent from here on is for the server another transaction, whatever becomes of that before it; the
// next postgresql_collect is for that before it. Once at a time.
bool postgresql_part(struct postgresql_store *postgresql, struct error *error) MUST_CHECK;
// Waits for the answers to all that was sent. Those of the last are kept, so many; all NULL where one went
// wrong.
bool postgresql_collect(struct postgresql_store *postgresql, PGresult **kept, size_t count,
                        struct error *error) MUST_CHECK;

// Begins a transaction that alone may write. *seen is the answer to OWN_SEEN, NULL unless all went well. What
// is wanted ahead comes with it.
bool postgresql_begin_with(struct postgresql_store *postgresql, PGresult **seen,
                           struct error *error) MUST_CHECK;
// Sends a statement that fails unless the entry stands in the tables as the row says.
bool postgresql_check_entry(struct store *store, const struct entry_row *row,
                            struct error *error) MUST_CHECK;
// Commits, and waits for all that was sent. *result is the commit's answer, NULL unless all went well. Where
// the store is held, the log's end is noted; else the disk is waited for, and *has_waited says that it was.
bool postgresql_end_with(struct postgresql_store *postgresql, PGresult **result, bool *has_waited,
                         struct error *error) MUST_CHECK;
// Waits until the disk has the log up to a place; 0: all of it.
bool postgresql_wait(struct postgresql_store *postgresql, uint64_t log_end,
                     struct error *error) MUST_CHECK;
// Is this walk what was asked for ahead? Then its rows are taken.
bool postgresql_take_ahead(struct postgresql_store *postgresql, const struct postgresql_walk *walk,
                           PGresult **rows);
// A walk came to its end, or an entry was added: what comes next may be entered by others.
void postgresql_note_end(struct postgresql_store *postgresql, struct str audience, uint64_t from);
// Whether the server has done what this answers.
bool postgresql_is_done(const PGresult *result);
// A cell of an answer, and the number that one in binary form is: its bytes, the highest first.
struct str postgresql_cell(const PGresult *rows, int row, int column);
uint64_t postgresql_number(struct str bytes);
// The rows of OWN_SEEN, of which the first three columns are a head, become what is known of the heads.
// Errors: TAMPERED
bool postgresql_know_heads(struct postgresql_store *postgresql, const PGresult *rows,
                           struct error *error) MUST_CHECK;

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
bool postgresql_gather(struct store *store);
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
// The format that the comment on a schema says, in SQL; a question for it; and what its answer says. Errors:
// BAD_INPUT
#define POSTGRESQL_FORMAT_OF(comment)                                                              \
    "substring(" comment " from '^entente case, format ([0-9]{1,9})$')"
#define POSTGRESQL_FORMAT                                                                          \
    "SELECT " POSTGRESQL_FORMAT_OF(                                                                \
        "obj_description(oid,'pg_namespace')") " FROM pg_namespace WHERE nspname=current_schema()"
bool postgresql_read_format(const struct postgresql_store *postgresql, struct str found,
                            int64_t *format, struct error *error) MUST_CHECK;
// Which transactions are seen, and what number stands for them.
#define POSTGRESQL_SEEN "SELECT pg_current_snapshot()::text"
int64_t postgresql_version(struct str seen);
bool postgresql_case_set_format(struct postgresql_store *postgresql, int64_t format,
                                struct error *error) MUST_CHECK;
// Are its tables, to the letter, those of a case? Errors: BAD_INPUT
bool postgresql_check_tables(struct postgresql_store *postgresql, const char *schema,
                             struct error *error) MUST_CHECK;
bool postgresql_make_tables(struct postgresql_store *postgresql, const char *schema,
                            struct error *error) MUST_CHECK;

#endif
