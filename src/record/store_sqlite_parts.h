// SPDX-License-Identifier: Apache-2.0
// SQLite, for the driver's own files and no others.

#ifndef ENTENTE_RECORD_STORE_SQLITE_PARTS_H
#define ENTENTE_RECORD_STORE_SQLITE_PARTS_H

#include "record/store.h"
#include "record/store_parts.h"

#include <sqlite3.h>

struct sqlite_store {
    struct store store;
    sqlite3 *database;
    sqlite3_stmt *prepared[STATEMENT_COUNT];
    const char *vfs;
    bool is_fixed; // it can only be read
    bool is_new;   // in memory until it gets its path
};

// Sets the error that SQLite's code stands for and gives false.
bool sqlite_error(const struct sqlite_store *sqlite, int code, struct error *error);

// Statements beside the catalogue, run once.
bool sqlite_run_text(struct sqlite_store *sqlite, const char *sql, struct error *error) MUST_CHECK;
// The one number that a statement gives.
bool sqlite_number(struct sqlite_store *sqlite, const char *sql, int64_t *number,
                   struct error *error) MUST_CHECK;
// A column; the view holds until the next step.
struct str sqlite_str(sqlite3_stmt *statement, int column);

// Opens what sqlite->store.path names, or memory. Errors: as store_open says
bool sqlite_file_open(struct sqlite_store *sqlite, enum store_mode mode,
                      struct error *error) MUST_CHECK;
bool sqlite_file_publish(struct sqlite_store *sqlite, struct error *error) MUST_CHECK;
// Errors: as store_copy says
bool sqlite_file_copy(struct sqlite_store *sqlite, const char *path,
                      struct error *error) MUST_CHECK;
void sqlite_file_close(struct sqlite_store *sqlite);

#endif
