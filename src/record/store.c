// SPDX-License-Identifier: Apache-2.0
// Opening, checking and closing the database. A foreign file gets no chance to run anything: its
// schema must be, text for text, the one below before the first statement on its tables.
#include "record/store.h"

#include "base/builder.h"
#include "base/file_beside.h"
#include "base/memory.h"
#include "record/store_parts.h"

#include <inttypes.h>
#include <stdlib.h>
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

// In the order of struct entry_row.
#define ENTRY_COLUMNS "audience,at,salt,content,attachments,commitment,subtree"

static const char *const query_text[QUERY_COUNT] = {
    [QUERY_ADD_ENTRY] = "INSERT INTO entry VALUES($1,$2,$3,$4,$5,$6,$7)",
    [QUERY_ENTRY] = "SELECT " ENTRY_COLUMNS " FROM entry WHERE audience=$1 AND at=$2",
    [QUERY_HEAD] = "SELECT size,root FROM head WHERE audience=$1",
    [QUERY_SET_HEAD] = "INSERT INTO head VALUES($1,$2,$3) ON CONFLICT(audience) DO UPDATE SET "
                       "size=excluded.size, root=excluded.root",
    [QUERY_HEADS] = "SELECT audience,size,root FROM head ORDER BY audience",
    [QUERY_AUDIENCES] = "SELECT DISTINCT audience FROM entry ORDER BY audience",
    [QUERY_ADD_ATTACHMENT] = "INSERT INTO attachment VALUES($1,$2) ON CONFLICT DO NOTHING",
    [QUERY_ATTACHMENT] = "SELECT bytes FROM attachment WHERE hash=$1",
    [QUERY_ADD_CHECKPOINT] = "INSERT INTO checkpoint VALUES($1,$2,$3) ON CONFLICT(audience,size) "
                             "DO UPDATE SET note=excluded.note",
    [QUERY_CHECKPOINTS] = "SELECT audience,size,note FROM checkpoint ORDER BY audience,size",
    [QUERY_META] = "SELECT value FROM meta WHERE name=$1",
    [QUERY_META_NAMES] = "SELECT name FROM meta ORDER BY name",
    [QUERY_SET_META] = "INSERT INTO meta VALUES($1,$2) ON CONFLICT(name) DO UPDATE SET "
                       "value=excluded.value",
    [QUERY_SET_STATE] = "INSERT INTO state VALUES($1,$2,$3,$4,$5) ON CONFLICT(kind,id) DO UPDATE "
                        "SET born=excluded.born, last=excluded.last, value=excluded.value",
    [QUERY_CLEAR_STATE] = "DELETE FROM state",
    [QUERY_WALK_ENTRIES] =
        "SELECT " ENTRY_COLUMNS " FROM entry WHERE audience=$1 AND at>=$2 ORDER BY at",
    [QUERY_WALK_STATE] = "SELECT kind,id,born,last,value FROM state ORDER BY born",
    [QUERY_WALK_STATE_ROWS] = "SELECT kind,id,born,last,value FROM state",
    [QUERY_WALK_FILE_HASHES] = "SELECT hash,x'' FROM attachment ORDER BY hash",
    [QUERY_WALK_ATTACHMENTS] = "SELECT hash,bytes FROM attachment ORDER BY hash",
};

bool query_error(const struct store *store, int code, struct error *error)
{
    struct place place = place_of(str_of(store->path ? store->path : "the case"));
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
                        sqlite3_errmsg(store->database));
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
                        sqlite3_errmsg(store->database));
    }
}

bool query_run_text(struct store *store, const char *sql, struct error *error)
{
    int code = sqlite3_exec(store->database, sql, NULL, NULL, NULL);
    return code == SQLITE_OK || query_error(store, code, error);
}

bool query_start(struct store *store, enum query query, sqlite3_stmt **statement,
                 struct error *error)
{
    sqlite3_stmt **prepared = &store->prepared[query];
    if (!*prepared) {
        int code = sqlite3_prepare_v3(store->database, query_text[query], -1,
                                      SQLITE_PREPARE_PERSISTENT, prepared, NULL);
        if (code != SQLITE_OK)
            return query_error(store, code, error);
    }
    sqlite3_reset(*prepared);
    sqlite3_clear_bindings(*prepared);
    *statement = *prepared;
    return true;
}

void query_bind_str(sqlite3_stmt *statement, int parameter, struct str text)
{
    sqlite3_bind_text64(statement, parameter, text.bytes ? text.bytes : "", text.length,
                        SQLITE_STATIC, SQLITE_UTF8);
}

void query_bind_bytes(sqlite3_stmt *statement, int parameter, struct str bytes)
{
    sqlite3_bind_blob64(statement, parameter, bytes.bytes ? bytes.bytes : "", bytes.length,
                        SQLITE_STATIC);
}

void query_bind_count(sqlite3_stmt *statement, int parameter, uint64_t count)
{
    sqlite3_bind_int64(statement, parameter, (sqlite3_int64)count); // counts stay below 2^63
}

bool query_step(struct store *store, sqlite3_stmt *statement, bool *more, struct error *error)
{
    int code = sqlite3_step(statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        query_error(store, code, error);
        sqlite3_reset(statement);
        return false;
    }
    *more = code == SQLITE_ROW;
    return true;
}

bool query_run(struct store *store, sqlite3_stmt *statement, struct error *error)
{
    bool more;
    if (!query_step(store, statement, &more, error))
        return false;
    sqlite3_reset(statement);
    return true;
}

struct str query_str(sqlite3_stmt *statement, int column)
{
    const char *bytes = sqlite3_column_blob(statement, column);
    return (struct str){bytes, (size_t)sqlite3_column_bytes(statement, column)};
}

uint64_t query_count(sqlite3_stmt *statement, int column)
{
    return (uint64_t)sqlite3_column_int64(statement, column);
}

bool query_number(struct store *store, const char *sql, int64_t *number, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(store->database, sql, -1, &statement, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_step(statement);
    if (code == SQLITE_ROW)
        *number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return code == SQLITE_ROW || query_error(store, code, error);
}

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
static bool fingerprint(struct store *store, struct builder *out, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(store->database,
                                  "SELECT type,name,tbl_name,coalesce(sql,'') FROM sqlite_schema "
                                  "ORDER BY type,name",
                                  -1, &statement, NULL);
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(statement);
        for (int i = 0; code == SQLITE_ROW && i < 4; i++) {
            builder_add(out, query_str(statement, i));
            builder_add_byte(out, i < 3 ? '|' : '\n');
        }
    }
    sqlite3_finalize(statement);
    return code == SQLITE_DONE || query_error(store, code, error);
}

static bool make_schema(struct store *store, struct error *error)
{
    char pragmas[128];
    sqlite3_snprintf(sizeof pragmas, pragmas, "PRAGMA application_id=%d; PRAGMA user_version=%d",
                     APPLICATION_ID, STORE_FORMAT);
    if (!query_run_text(store, "PRAGMA page_size=4096; PRAGMA encoding='UTF-8'", error) ||
        !query_run_text(store, pragmas, error))
        return false;
    for (size_t i = 0; i < sizeof schema / sizeof *schema; i++)
        if (!query_run_text(store, schema[i], error))
            return false;
    return true;
}

static bool check_schema(struct store *store, struct error *error)
{
    struct arena *arena = arena_open();
    struct builder found = builder_make(arena);
    struct builder wanted = builder_make(arena);
    struct store model = {.database = NULL};
    bool done = false;
    if (!fingerprint(store, &found, error))
        goto done;
    if (sqlite3_open_v2(":memory:", &model.database, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK) {
        query_error(&model, SQLITE_NOMEM, error);
        goto done;
    }
    if (!make_schema(&model, error) || !fingerprint(&model, &wanted, error))
        goto done;
    done = str_equal(builder_str(&found), builder_str(&wanted)) ||
           error_at(error, BAD_INPUT, place_of(str_of(store->path)),
                    "its tables are not those of a case file (another program changed them, or a "
                    "trigger or view was planted); it is not opened");
done:
    sqlite3_close(model.database);
    arena_close(arena);
    return done;
}

bool store_check_format(struct store *store, int64_t format, struct error *error)
{
    if (format < STORE_FORMAT_OLDEST || format > STORE_FORMAT)
        return error_at(error, UNSUPPORTED, place_of(str_of(store->path)),
                        "the case file has format %" PRId64 "; this program reads formats %d to %d",
                        format, STORE_FORMAT_OLDEST, STORE_FORMAT);
    store->format = store->given_format = format;
    return true;
}

static bool check_kind(struct store *store, struct error *error)
{
    int64_t application = 0;
    int64_t format = 0;
    if (!query_number(store, "PRAGMA application_id", &application, error) ||
        !query_number(store, "PRAGMA user_version", &format, error))
        return false;
    struct place place = place_of(str_of(store->path));
    if (application != APPLICATION_ID)
        return error_at(error, BAD_INPUT, place, "this is a database, but not a case file");
    return store_check_format(store, format, error) && check_schema(store, error);
}

static bool prepare_file(struct store *store, enum store_mode mode, struct error *error)
{
    disarm(store->database);
    if (mode == STORE_CREATE) {
        store->format = store->given_format = STORE_FORMAT;
        return query_run_text(store, "PRAGMA synchronous=FULL", error) &&
               query_run_text(store, "BEGIN IMMEDIATE", error) && make_schema(store, error) &&
               query_run_text(store, "COMMIT", error);
    }
    if (!query_run_text(
            store, "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA foreign_keys=OFF", error))
        return false;
    if (!check_kind(store, error))
        return false;
    return mode == STORE_READ ||
           query_run_text(store, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL", error);
}

static char *joined(const char *a, const char *b)
{
    char *text = sqlite3_mprintf("%s%s", a, b);
    if (!text)
        memory_exhausted(strlen(a) + strlen(b) + 1);
    return text;
}

// A handle belongs to one thread at a time, so that nothing is locked for others.
static bool open_database(struct store *store, const char *name, int flags, struct error *error)
{
    int code = sqlite3_open_v2(name, &store->database,
                               flags | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, store->vfs);
    return code == SQLITE_OK || query_error(store, code, error);
}

// A file that may not be written, or lies where nothing may be, is read as it is. A journal beside it
// could only be read by writing an index, so what stands in one must be brought in first.
static bool open_fixed(struct store *store, const char *path, struct error *error)
{
    struct stat journal;
    char *beside = joined(path, "-wal");
    bool has_journal = stat(beside, &journal) == 0 && journal.st_size > 0;
    sqlite3_free(beside);
    if (has_journal)
        return error_at(error, IO_FAILED, place_of(str_of(path)),
                        "its newest entries stand in the journal beside it (-wal), which cannot be "
                        "read where nothing can be written; copy both to another folder");
    struct arena *arena = arena_open();
    struct builder uri = builder_make(arena);
    builder_add_c(&uri, "file:");
    for (const char *c = path; *c; c++)
        if (strchr("%?#", *c))
            builder_print(&uri, "%%%02x", (unsigned)(unsigned char)*c);
        else
            builder_add_byte(&uri, *c);
    builder_add_c(&uri, "?immutable=1");
    store->is_fixed = true;
    bool done = open_database(store, arena_c_string(arena, builder_str(&uri)),
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

bool store_open(const char *path, struct store_options options, struct store **store,
                struct error *error)
{
    struct store *opened = calloc(1, sizeof *opened);
    if (!opened)
        memory_exhausted(sizeof *opened);
    *store = NULL;
    // Reading a file in WAL mode needs its index beside it, so readers open it like writers.
    int flags = SQLITE_OPEN_READWRITE;
    if (path)
        opened->path = joined(path, "");
    if (options.mode == STORE_CREATE)
        flags |= SQLITE_OPEN_CREATE;
    if (path && !check_path(path, options.mode, error))
        goto failed;
    opened->is_new = options.mode == STORE_CREATE;
    const char *name = path && !opened->is_new ? path : ":memory:";
    opened->vfs = options.vfs;
    bool is_fixed = path && !opened->is_new && !may_be_written(path);
    if (!(is_fixed ? open_fixed(opened, path, error) : open_database(opened, name, flags, error)) ||
        !prepare_file(opened, is_fixed ? STORE_READ : options.mode, error))
        goto failed;
    *store = opened;
    return true;
failed:
    store_close(opened);
    return false;
}

// Writes the whole database into an empty file, in one go.
static bool write_into(struct store *store, const char *name, struct error *error)
{
    char *sql = sqlite3_mprintf("VACUUM INTO %Q", name);
    if (!sql)
        memory_exhausted(strlen(name) + sizeof "VACUUM INTO ");
    sqlite3_limit(store->database, SQLITE_LIMIT_ATTACHED, 1);
    bool done = query_run_text(store, sql, error);
    sqlite3_limit(store->database, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_free(sql);
    return done;
}

static void close_database(struct store *store)
{
    for (size_t i = 0; i < QUERY_COUNT; i++) {
        sqlite3_finalize(store->prepared[i]);
        store->prepared[i] = NULL;
    }
    sqlite3_close(store->database);
    store->database = NULL;
}

void store_close(struct store *store)
{
    if (!store)
        return;
    close_database(store);
    sqlite3_free(store->path);
    free(store);
}

bool store_publish(struct store *store, struct error *error)
{
    if (!store->path || !store->is_new)
        return true;
    struct arena *arena = arena_open();
    struct file_beside beside;
    bool done = file_beside_open(store->path, arena, &beside, error);
    if (done) {
        done = write_into(store, beside.name, error) && file_beside_link(&beside, error);
        file_beside_close(&beside);
    }
    arena_close(arena);
    if (!done)
        return false;
    // From here on it is a case file like any other.
    close_database(store);
    store->is_new = false;
    return open_database(store, store->path, SQLITE_OPEN_READWRITE, error) &&
           prepare_file(store, STORE_WRITE, error);
}

bool store_version(struct store *store, int64_t *version, struct error *error)
{
    return query_number(store, "PRAGMA data_version", version, error);
}

bool store_check_pages(struct store *store, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    int code =
        sqlite3_prepare_v2(store->database, "PRAGMA integrity_check(1)", -1, &statement, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_step(statement);
    bool is_sound = code == SQLITE_ROW && str_equal(query_str(statement, 0), STR("ok"));
    if (!is_sound && code == SQLITE_ROW) {
        struct str said = query_str(statement, 0);
        error_at(error, TAMPERED, place_of(str_of(store->path ? store->path : "the case")),
                 "the file is damaged (%.*s)", STR_ARGS(str_slice(said, 0, 200)));
    } else if (!is_sound) {
        query_error(store, code, error);
    }
    sqlite3_finalize(statement);
    return is_sound;
}
