// SPDX-License-Identifier: Apache-2.0
// SQL for the files of the store: statements are prepared once and used many times.

#ifndef ENTENTE_RECORD_STORE_PARTS_H
#define ENTENTE_RECORD_STORE_PARTS_H

#include "base/error.h"

#include <sqlite3.h>

enum query {
    QUERY_ADD_ENTRY,
    QUERY_ENTRY,
    QUERY_HEAD,
    QUERY_SET_HEAD,
    QUERY_HEADS,
    QUERY_AUDIENCES,
    QUERY_ADD_ATTACHMENT,
    QUERY_ATTACHMENT,
    QUERY_ADD_CHECKPOINT,
    QUERY_CHECKPOINTS,
    QUERY_META,
    QUERY_META_NAMES,
    QUERY_SET_META,
    QUERY_SET_STATE,
    QUERY_CLEAR_STATE,
    QUERY_WALK_ENTRIES,
    QUERY_WALK_STATE,
    QUERY_WALK_STATE_ROWS,
    QUERY_WALK_ATTACHMENTS,
    QUERY_WALK_FILE_HASHES,
    QUERY_COUNT,
};

struct store {
    sqlite3 *database;
    sqlite3_stmt *prepared[QUERY_COUNT];
    char *path; // NULL: in memory
    const char *vfs;
    bool is_fixed; // it can only be read
    bool is_new;   // in memory until it gets its path
    bool is_writing;
    int64_t format;       // as it is for this transaction
    int64_t given_format; // as it was before it
};

// The statement, reset, with nothing bound. Errors: as SQLite says
bool query_start(struct store *store, enum query query, sqlite3_stmt **statement,
                 struct error *error) MUST_CHECK;
void query_bind_str(sqlite3_stmt *statement, int parameter, struct str text);
void query_bind_bytes(sqlite3_stmt *statement, int parameter, struct str bytes);
void query_bind_count(sqlite3_stmt *statement, int parameter, uint64_t count);
// Steps; *more says whether there is a row.
bool query_step(struct store *store, sqlite3_stmt *statement, bool *more,
                struct error *error) MUST_CHECK;
// Steps a statement that gives no rows, and resets it.
bool query_run(struct store *store, sqlite3_stmt *statement, struct error *error) MUST_CHECK;

// A column; the view holds until the next step.
struct str query_str(sqlite3_stmt *statement, int column);
uint64_t query_count(sqlite3_stmt *statement, int column);

// Statements that are run once.
bool query_run_text(struct store *store, const char *sql, struct error *error) MUST_CHECK;
// The one number that a statement gives.
bool query_number(struct store *store, const char *sql, int64_t *number,
                  struct error *error) MUST_CHECK;

#define STORE_FORMAT 2
#define STORE_FORMAT_OLDEST 1
// Takes the format that a file says it has. Errors: UNSUPPORTED
bool store_check_format(struct store *store, int64_t format, struct error *error) MUST_CHECK;

// Sets the error that SQLite's code stands for and gives false.
bool query_error(const struct store *store, int code, struct error *error);

#endif
