// SPDX-License-Identifier: Apache-2.0
// The driver: statements of the catalogue are prepared once and used many times.
#include "record/store_sqlite_parts.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

// Each of our stores begins with what all drivers share.
static struct sqlite_store *sqlite_of(struct store *store)
{
    return (struct sqlite_store *)store;
}

static void bind(sqlite3_stmt *statement, int parameter, const struct store_value *value)
{
    const char *bytes = value->text.bytes ? value->text.bytes : "";
    switch (value->kind) {
    case VALUE_TEXT:
        sqlite3_bind_text64(statement, parameter, bytes, value->text.length, SQLITE_STATIC,
                            SQLITE_UTF8);
        break;
    case VALUE_BYTES:
        sqlite3_bind_blob64(statement, parameter, bytes, value->text.length, SQLITE_STATIC);
        break;
    case VALUE_COUNT:
        sqlite3_bind_int64(statement, parameter, (sqlite3_int64)value->count);
        break;
    }
}

static bool start(struct store *store, enum store_statement statement,
                  const struct store_value *given, size_t count, struct error *error)
{
    struct sqlite_store *sqlite = sqlite_of(store);
    sqlite3_stmt **prepared = &sqlite->prepared[statement];
    if (!*prepared) {
        int code = sqlite3_prepare_v3(sqlite->database, store_statement_text(statement), -1,
                                      SQLITE_PREPARE_PERSISTENT, prepared, NULL);
        if (code != SQLITE_OK)
            return sqlite_error(sqlite, code, error);
    }
    sqlite3_reset(*prepared);
    sqlite3_clear_bindings(*prepared);
    for (size_t i = 0; i < count; i++)
        bind(*prepared, (int)i + 1, &given[i]);
    return true;
}

static void fill(sqlite3_stmt *statement, struct store_value *columns, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (columns[i].kind == VALUE_COUNT)
            columns[i].count = (uint64_t)sqlite3_column_int64(statement, (int)i);
        else
            columns[i].text = sqlite_str(statement, (int)i);
}

static bool next(struct store *store, enum store_statement statement, struct store_value *columns,
                 size_t count, bool *more, struct error *error)
{
    struct sqlite_store *sqlite = sqlite_of(store);
    sqlite3_stmt *prepared = sqlite->prepared[statement];
    if (!prepared)
        return sqlite_error(sqlite, sqlite3_errcode(sqlite->database), error);
    int code = sqlite3_step(prepared);
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        sqlite_error(sqlite, code, error);
        sqlite3_reset(prepared);
        return false;
    }
    *more = code == SQLITE_ROW;
    if (*more)
        fill(prepared, columns, count);
    return true;
}

static void end(struct store *store, enum store_statement statement)
{
    sqlite3_stmt *prepared = sqlite_of(store)->prepared[statement];
    if (prepared)
        sqlite3_reset(prepared);
}

static bool begin(struct store *store, struct error *error)
{
    struct sqlite_store *sqlite = sqlite_of(store);
    if (sqlite->is_fixed)
        return error_at(error, IO_FAILED, store_place(store),
                        "the file or its folder cannot be written, so nothing is entered");
    return sqlite_run_text(sqlite, "BEGIN IMMEDIATE", error);
}

static bool commit(struct store *store, struct error *error)
{
    return store_write_heads(store, error) && sqlite_run_text(sqlite_of(store), "COMMIT", error);
}

static void rollback(struct store *store)
{
    sqlite3_exec(sqlite_of(store)->database, "ROLLBACK", NULL, NULL, NULL);
}

static bool log_find(struct sqlite_store *sqlite, bool *has_log, struct error *error)
{
    int64_t is_log = 0;
    if (!sqlite->is_fixed && !sqlite->is_new &&
        !sqlite_number(sqlite, "SELECT journal_mode='wal' FROM pragma_journal_mode", &is_log,
                       error))
        return false;
    *has_log = is_log != 0;
    return true;
}

// A write-ahead log may be written without a wait and stays whole: what was not synced is cut off at its end.
// Any other journal would not.
static bool hold(struct store *store, struct error *error)
{
    struct sqlite_store *sqlite = sqlite_of(store);
    bool has_log;
    return log_find(sqlite, &has_log, error) &&
           (!has_log || sqlite_run_text(sqlite, "PRAGMA synchronous=NORMAL", error));
}

// The log is one file, whoever wrote into it; what is no longer in it was synced when it was brought into the
// database.
static bool flush(struct store *store, struct error *error)
{
    struct sqlite_store *sqlite = sqlite_of(store);
    sqlite3_file *log = NULL;
    bool has_log;
    if (!log_find(sqlite, &has_log, error))
        return false;
    if (!has_log)
        return true;
    int code =
        sqlite3_file_control(sqlite->database, "main", SQLITE_FCNTL_JOURNAL_POINTER, (void *)&log);
    if (code == SQLITE_OK && log && log->pMethods)
        code = log->pMethods->xSync(log, SQLITE_SYNC_NORMAL);
    else if (code == SQLITE_OK)
        code = SQLITE_IOERR_FSYNC; // there is no log to sync, which cannot be
    return code == SQLITE_OK || sqlite_error(sqlite, code, error);
}

static bool format_of(struct store *store, int64_t *format, struct error *error)
{
    return sqlite_number(sqlite_of(store), "PRAGMA user_version", format, error);
}

static bool set_format(struct store *store, int64_t format, struct error *error)
{
    char pragma[64];
    sqlite3_snprintf(sizeof pragma, pragma, "PRAGMA user_version=%lld", (long long)format);
    return sqlite_run_text(sqlite_of(store), pragma, error);
}

static bool version_of(struct store *store, int64_t *version, struct error *error)
{
    return sqlite_number(sqlite_of(store), "PRAGMA data_version", version, error);
}

// How many steps of SQLite's machine are one of ours.
#define MACHINE_STEPS 1000

static int is_stopped(void *store)
{
    struct error ignored; // store_check_pages says it again
    return !store_spend(store, 1, &ignored);
}

static bool check_pages(struct store *store, struct error *error)
{
    struct sqlite_store *sqlite = sqlite_of(store);
    sqlite3_stmt *statement = NULL;
    int code =
        sqlite3_prepare_v2(sqlite->database, "PRAGMA integrity_check(1)", -1, &statement, NULL);
    sqlite3_progress_handler(sqlite->database, MACHINE_STEPS, is_stopped, store);
    if (code == SQLITE_OK)
        code = sqlite3_step(statement);
    sqlite3_progress_handler(sqlite->database, 0, NULL, NULL);
    bool is_sound = code == SQLITE_ROW && str_equal(sqlite_str(statement, 0), STR("ok"));
    if (!is_sound && code == SQLITE_ROW)
        error_at(error, TAMPERED, store_place(store), "the file is damaged (%.*s)",
                 STR_ARGS(str_slice(sqlite_str(statement, 0), 0, 200)));
    else if (!is_sound)
        sqlite_error(sqlite, code, error);
    sqlite3_finalize(statement);
    return is_sound;
}

// What is freed is overwritten in the pages (secure_delete), but older pages stand in the log until all of it
// is brought into the file and cut off, which waits for those who read.
static bool scrub(struct store *store, bool *is_clean, struct error *error)
{
    int64_t is_busy = 0;
    struct sqlite_store *sqlite = sqlite_of(store);
    bool has_log;
    if (!log_find(sqlite, &has_log, error) ||
        (has_log && !sqlite_number(sqlite, "PRAGMA wal_checkpoint(TRUNCATE)", &is_busy, error)))
        return false;
    *is_clean = is_busy == 0;
    return true;
}

static bool publish(struct store *store, struct error *error)
{
    return sqlite_file_publish(sqlite_of(store), error);
}

static bool copy(struct store *store, const char *path, struct error *error)
{
    return sqlite_file_copy(sqlite_of(store), path, error);
}

static void close_store(struct store *store)
{
    sqlite_file_close(sqlite_of(store));
    free(store->path);
    free(store);
}

static const struct store_driver sqlite_driver = {
    .close = close_store,
    .publish = publish,
    .copy = copy,
    .begin = begin,
    .commit = commit,
    .rollback = rollback,
    .hold = hold,
    .flush = flush,
    .format = format_of,
    .set_format = set_format,
    .version = version_of,
    .scrub = scrub,
    .check_pages = check_pages,
    .start = start,
    .next = next,
    .end = end,
};

bool sqlite_store_open(const char *path, struct store_options options, struct store **store,
                       struct error *error)
{
    struct sqlite_store *opened = calloc(1, sizeof *opened);
    char *kept = path ? strdup(path) : NULL;
    if (!opened || (path && !kept))
        memory_exhausted(sizeof *opened);
    opened->store = (struct store){.driver = &sqlite_driver, .path = kept};
    store_bind(&opened->store, options.bounds);
    opened->vfs = options.vfs;
    if (sqlite_file_open(opened, options.mode, error)) {
        *store = &opened->store;
        return true;
    }
    *store = NULL;
    close_store(&opened->store);
    return false;
}
