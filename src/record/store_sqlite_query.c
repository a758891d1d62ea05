// SPDX-License-Identifier: Apache-2.0
#include "record/store_sqlite_parts.h"

bool sqlite_error(const struct sqlite_store *sqlite, int code, struct error *error)
{
    struct place place = store_place(&sqlite->store);
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return error_at(error, IO_FAILED, place,
                        "another program is writing to this case; try again when it has finished");
    case SQLITE_NOTADB:
        return error_at(error, BAD_INPUT, place, "this is not a case file");
    case SQLITE_CORRUPT:
    case SQLITE_MISMATCH:
    case SQLITE_CONSTRAINT:
        return error_at(error, BAD_INPUT, place, "the file is damaged (%s)",
                        sqlite3_errmsg(sqlite->database));
    case SQLITE_FULL:
        return error_at(error, IO_FAILED, place, "the disk is full; nothing was changed");
    case SQLITE_READONLY:
        return error_at(error, IO_FAILED, place, "the file cannot be written");
    case SQLITE_CANTOPEN:
        return error_at(error, IO_FAILED, place, "the file cannot be opened");
    case SQLITE_TOOBIG:
        return error_at(error, TOO_LARGE, place, "a text or file is larger than a case file holds");
    default:
        return error_at(error, IO_FAILED, place, "the case cannot be read or written (%s)",
                        sqlite3_errmsg(sqlite->database));
    }
}

bool sqlite_run_text(struct sqlite_store *sqlite, const char *sql, struct error *error)
{
    int code = sqlite3_exec(sqlite->database, sql, NULL, NULL, NULL);
    return code == SQLITE_OK || sqlite_error(sqlite, code, error);
}

bool sqlite_number(struct sqlite_store *sqlite, const char *sql, int64_t *number,
                   struct error *error)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(sqlite->database, sql, -1, &statement, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_step(statement);
    if (code == SQLITE_ROW)
        *number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return code == SQLITE_ROW || sqlite_error(sqlite, code, error);
}

struct str sqlite_str(sqlite3_stmt *statement, int column)
{
    const char *bytes = sqlite3_column_blob(statement, column);
    return (struct str){bytes, (size_t)sqlite3_column_bytes(statement, column)};
}
