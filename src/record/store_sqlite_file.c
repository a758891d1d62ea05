// SPDX-License-Identifier: Apache-2.0
// Opening, checking and closing the database. A foreign file gets no chance to run anything: its
// schema must be, text for text, the one below before the first statement on its tables.
#include "record/store_sqlite_parts.h"

#include "base/builder.h"
#include "base/file_beside.h"
#include "base/memory.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define APPLICATION_ID 0x456e7465 // "Ente"
#define WAIT_MILLISECONDS 10000

static const char *const schema[] = {
    "CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE entry(audience TEXT NOT NULL, at INTEGER NOT NULL, salt BLOB NOT NULL, "
    "content BLOB NOT NULL, attachments BLOB NOT NULL, commitment BLOB NOT NULL, "
    "subtree BLOB NOT NULL, PRIMARY KEY(audience, at)) STRICT",
    "CREATE TABLE head(audience TEXT PRIMARY KEY, size INTEGER NOT NULL, root BLOB NOT NULL) "
    "STRICT, WITHOUT ROWID",
    "CREATE TABLE attachment(hash BLOB PRIMARY KEY, bytes BLOB NOT NULL) STRICT",
    "CREATE TABLE checkpoint(audience TEXT NOT NULL, size INTEGER NOT NULL, note TEXT NOT NULL, "
    "PRIMARY KEY(audience, size)) STRICT, WITHOUT ROWID",
    "CREATE TABLE state(kind TEXT NOT NULL, id TEXT NOT NULL, born TEXT NOT NULL, "
    "last TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(kind, id)) STRICT, WITHOUT ROWID",
};

// Everything the file could do by itself is off before its schema is read.
static void disarm(sqlite3 *database)
{
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
    sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_busy_timeout(database, WAIT_MILLISECONDS);
}

// The schema in a file as one text: what sqlite_schema holds, sorted.
static bool fingerprint(struct sqlite_store *sqlite, struct builder *out, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(sqlite->database,
                                  "SELECT type,name,tbl_name,coalesce(sql,'') FROM sqlite_schema "
                                  "ORDER BY type,name",
                                  -1, &statement, NULL);
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(statement);
        for (int i = 0; code == SQLITE_ROW && i < 4; i++) {
            builder_add(out, sqlite_str(statement, i));
            builder_add_byte(out, i < 3 ? '|' : '\n');
        }
    }
    sqlite3_finalize(statement);
    return code == SQLITE_DONE || sqlite_error(sqlite, code, error);
}

static bool make_schema(struct sqlite_store *sqlite, struct error *error)
{
    char pragmas[128];
    sqlite3_snprintf(sizeof pragmas, pragmas, "PRAGMA application_id=%d; PRAGMA user_version=%d",
                     APPLICATION_ID, STORE_FORMAT);
    if (!sqlite_run_text(sqlite, "PRAGMA page_size=4096; PRAGMA encoding='UTF-8'", error) ||
        !sqlite_run_text(sqlite, pragmas, error))
        return false;
    for (size_t i = 0; i < sizeof schema / sizeof *schema; i++)
        if (!sqlite_run_text(sqlite, schema[i], error))
            return false;
    return true;
}

static bool check_schema(struct sqlite_store *sqlite, struct error *error)
{
    struct arena *arena = arena_open();
    struct builder found = builder_make(arena);
    struct builder wanted = builder_make(arena);
    struct sqlite_store model = {.database = NULL};
    bool done = false;
    if (!fingerprint(sqlite, &found, error))
        goto done;
    if (sqlite3_open_v2(":memory:", &model.database, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK) {
        sqlite_error(&model, SQLITE_NOMEM, error);
        goto done;
    }
    if (!make_schema(&model, error) || !fingerprint(&model, &wanted, error))
        goto done;
    done = str_equal(builder_str(&found), builder_str(&wanted)) ||
           error_at(error, BAD_INPUT, store_place(&sqlite->store),
                    "its tables are not those of a case file (another program changed them, or a "
                    "trigger or view was planted); it is not opened");
done:
    sqlite3_close(model.database);
    arena_close(arena);
    return done;
}

static bool check_kind(struct sqlite_store *sqlite, struct error *error)
{
    int64_t application = 0;
    int64_t format = 0;
    if (!sqlite_number(sqlite, "PRAGMA application_id", &application, error) ||
        !sqlite_number(sqlite, "PRAGMA user_version", &format, error))
        return false;
    struct place place = store_place(&sqlite->store);
    if (application != APPLICATION_ID)
        return error_at(error, BAD_INPUT, place, "this is a database, but not a case file");
    return store_check_format(&sqlite->store, format, error) && check_schema(sqlite, error);
}

static bool prepare_file(struct sqlite_store *sqlite, enum store_mode mode, struct error *error)
{
    disarm(sqlite->database);
    // What is deleted or moved is overwritten, as Debian's SQLite does by itself: it cannot be found in the
    // file, and the same acts give the same bytes with any SQLite.
    if (!sqlite_run_text(sqlite, "PRAGMA secure_delete=ON", error))
        return false;
    if (mode == STORE_CREATE) {
        sqlite->store.format = sqlite->store.given_format = STORE_FORMAT;
        return sqlite_run_text(sqlite, "PRAGMA synchronous=FULL", error) &&
               sqlite_run_text(sqlite, "BEGIN IMMEDIATE", error) && make_schema(sqlite, error) &&
               sqlite_run_text(sqlite, "COMMIT", error);
    }
    if (!sqlite_run_text(sqlite,
                         "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA foreign_keys=OFF",
                         error))
        return false;
    if (!check_kind(sqlite, error))
        return false;
    // Who only reads sees the case as it stood at one moment, whoever writes.
    return sqlite_run_text(
        sqlite, mode == STORE_READ ? "BEGIN" : "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL",
        error);
}

// A handle belongs to one thread at a time, so that nothing is locked for others.
static bool open_database(struct sqlite_store *sqlite, const char *name, int flags,
                          struct error *error)
{
    int code = sqlite3_open_v2(name, &sqlite->database,
                               flags | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, sqlite->vfs);
    return code == SQLITE_OK || sqlite_error(sqlite, code, error);
}

// A file that may not be written, or lies where nothing may be, is read as it is. A journal beside it
// could only be read by writing an index, so what stands in one must be brought in first.
static bool open_fixed(struct sqlite_store *sqlite, const char *path, struct error *error)
{
    struct stat journal;
    struct arena *arena = arena_open_small();
    bool has_journal =
        stat(arena_print(arena, "%s-wal", path).bytes, &journal) == 0 && journal.st_size > 0;
    arena_close(arena);
    if (has_journal)
        return error_at(error, IO_FAILED, place_of(str_of(path)),
                        "its newest entries stand in the journal beside it (-wal), which cannot be "
                        "read where nothing can be written; copy both to another folder");
    arena = arena_open();
    struct builder uri = builder_make(arena);
    builder_add_c(&uri, "file:");
    for (const char *c = path; *c; c++)
        if (strchr("%?#", *c))
            builder_print(&uri, "%%%02x", (unsigned)(unsigned char)*c);
        else
            builder_add_byte(&uri, *c);
    builder_add_c(&uri, "?immutable=1");
    sqlite->is_fixed = true;
    bool done = open_database(sqlite, arena_c_string(arena, builder_str(&uri)),
                              SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error);
    arena_close(arena);
    return done;
}

static bool may_be_written(const char *path)
{
    struct str folder = str_slice(str_of(path), 0, str_behind_last(str_of(path), '/'));
    struct arena *arena = arena_open_small();
    bool may = access(path, W_OK) == 0 &&
               access(folder.length > 0 ? arena_c_string(arena, folder) : ".", W_OK) == 0;
    arena_close(arena);
    return may;
}

static bool check_path(const char *path, enum store_mode mode, struct error *error)
{
    bool is_there = access(path, F_OK) == 0;
    if (mode == STORE_CREATE)
        return !is_there || error_at(error, MISUSE, place_of(str_of(path)),
                                     "there is such a file already; it is not overwritten");
    return is_there ||
           error_at(error, NOT_FOUND, place_of(str_of(path)), "there is no such case file");
}

bool sqlite_file_open(struct sqlite_store *sqlite, enum store_mode mode, struct error *error)
{
    const char *path = sqlite->store.path;
    if (path && !check_path(path, mode, error))
        return false;
    sqlite->is_new = mode == STORE_CREATE;
    bool is_fixed = path && !sqlite->is_new && !may_be_written(path);
    // Reading a file in WAL mode needs its index beside it, so readers open it like writers.
    int flags = SQLITE_OPEN_READWRITE | (sqlite->is_new ? SQLITE_OPEN_CREATE : 0);
    const char *name = path && !sqlite->is_new ? path : ":memory:";
    return (is_fixed ? open_fixed(sqlite, path, error)
                     : open_database(sqlite, name, flags, error)) &&
           prepare_file(sqlite, is_fixed ? STORE_READ : mode, error);
}

// Writes the whole database into an empty file, in one go, which is a moment of its own: the one that a
// reader has held since it opened the store ends here.
static bool write_into(struct sqlite_store *sqlite, const char *name, struct error *error)
{
    char *sql = sqlite3_mprintf("VACUUM INTO %Q", name);
    if (!sql)
        memory_exhausted(strlen(name) + sizeof "VACUUM INTO ");
    sqlite3_limit(sqlite->database, SQLITE_LIMIT_ATTACHED, 1);
    bool done = (sqlite->store.is_writing || sqlite3_get_autocommit(sqlite->database) ||
                 sqlite_run_text(sqlite, "COMMIT", error)) &&
                sqlite_run_text(sqlite, sql, error);
    sqlite3_limit(sqlite->database, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_free(sql);
    return done;
}

void sqlite_file_close(struct sqlite_store *sqlite)
{
    for (size_t i = 0; i < STATEMENT_COUNT; i++) {
        sqlite3_finalize(sqlite->prepared[i]);
        sqlite->prepared[i] = NULL;
    }
    sqlite3_close(sqlite->database);
    sqlite->database = NULL;
}

bool sqlite_file_copy(struct sqlite_store *sqlite, const char *path, struct error *error)
{
    struct arena *arena = arena_open();
    struct file_beside beside;
    bool done = file_beside_open(path, arena, &beside, error);
    if (done) {
        done = write_into(sqlite, beside.name, error) && file_beside_link(&beside, error);
        file_beside_close(&beside);
    }
    arena_close(arena);
    return done;
}

bool sqlite_file_publish(struct sqlite_store *sqlite, struct error *error)
{
    if (!sqlite->store.path || !sqlite->is_new)
        return true;
    if (!sqlite_file_copy(sqlite, sqlite->store.path, error))
        return false;
    // From here on it is a case file like any other.
    sqlite_file_close(sqlite);
    sqlite->is_new = false;
    return open_database(sqlite, sqlite->store.path, SQLITE_OPEN_READWRITE, error) &&
           prepare_file(sqlite, STORE_WRITE, error);
}
