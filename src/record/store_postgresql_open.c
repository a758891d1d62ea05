// SPDX-License-Identifier: Apache-2.0
// Finding the database and the case in it. A case is a schema "case_NAME" whose comment says that it is
// one, and of which format; so a list of cases is a look at schemas and their comments.
#include "record/store_postgresql_parts.h"

#include "base/checked.h"
#include "base/database_address.h"
#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void hear_nothing(void *self, const char *notice)
{
    (void)self;
    (void)notice;
}

// By libpq's own reading of the address, however a password is written into it.
static bool refuse_password(const char *address, const char *server, struct error *error)
{
    PQconninfoOption *options = PQconninfoParse(server, NULL);
    bool has_password = has_database_password(address);
    if (!options && !has_password)
        return error_set(error, MISUSE,
                         "the address of the database cannot be read; it is "
                         "postgres://host/database/case, or postgres://host/database?options#case");
    for (const PQconninfoOption *option = options; option && option->keyword; option++)
        has_password =
            has_password || (option->val && (strcmp(option->keyword, "password") == 0 ||
                                             strcmp(option->keyword, "sslpassword") == 0));
    PQconninfoFree(options);
    return !has_password ||
           error_set(error, MISUSE,
                     "no password belongs into an address, where others can read it; put it into "
                     "the file ~/.pgpass, or one that PGPASSFILE names");
}

bool postgresql_connect(const char *address, const char *server, PGconn **connection,
                        struct error *error)
{
    static const char *const keywords[] = {"connect_timeout", "fallback_application_name", "dbname",
                                           "client_encoding", NULL};
    const char *const values[] = {"10", "entente", server, "UTF8", NULL};
    *connection = NULL;
    if (!refuse_password(address, server, error))
        return false;
    *connection = PQconnectdbParams(keywords, values, 1);
    if (PQstatus(*connection) != CONNECTION_OK)
        return postgresql_error(*connection, address, NULL, error);
    PQsetNoticeProcessor(*connection, hear_nothing, NULL);
    return true;
}

// Names are found in pg_catalog first, then in the case's schema, and nowhere else. What is acknowledged is
// on the disk, whatever the database's own default.
static bool settle_session(struct postgresql_store *postgresql, struct arena *arena,
                           struct error *error)
{
    return postgresql_run_text(postgresql,
                               arena_print(arena,
                                           "SET search_path=\"%s\"; SET lock_timeout='10s'; SELECT "
                                           "set_config('synchronous_commit','on',false) WHERE "
                                           "current_setting('synchronous_commit')='off'",
                                           postgresql->schema)
                                   .bytes,
                               error);
}

static bool find_schema(struct postgresql_store *postgresql, struct arena *arena,
                        struct error *error)
{
    struct str found;
    int64_t number;
    if (!postgresql_ask(postgresql, "SELECT oid::int8 FROM pg_namespace WHERE nspname=$1",
                        postgresql->schema, arena, &found, error))
        return false;
    if (!checked_parse(found, &number))
        return error_at(error, NOT_FOUND, store_place(&postgresql->store),
                        "there is no such case in the database");
    postgresql->number = (int)(uint32_t)number; // any number of 32 bits
    return true;
}

bool postgresql_read_format(const struct postgresql_store *postgresql, struct str found,
                            int64_t *format, struct error *error)
{
    return checked_parse(found, format) ||
           error_at(error, BAD_INPUT, store_place(&postgresql->store),
                    "this is a schema of the database, but not a case");
}

bool postgresql_case_format(struct postgresql_store *postgresql, int64_t *format,
                            struct error *error)
{
    struct arena *arena = arena_open_small();
    struct str found;
    bool done = postgresql_ask(postgresql, POSTGRESQL_FORMAT, NULL, arena, &found, error) &&
                postgresql_read_format(postgresql, found, format, error);
    arena_close(arena);
    return done;
}

bool postgresql_case_set_format(struct postgresql_store *postgresql, int64_t format,
                                struct error *error)
{
    struct arena *arena = arena_open_small();
    bool done = postgresql_run_text(
        postgresql,
        arena_print(arena, "COMMENT ON SCHEMA \"%s\" IS 'entente case, format %d'",
                    postgresql->schema, (int)format)
            .bytes,
        error);
    arena_close(arena);
    return done;
}

// Its letters are known to be harmless; quoted, capitals stay.
static void name_schema(struct postgresql_store *postgresql, struct str name)
{
    size_t size = sizeof POSTGRESQL_SCHEMA + name.length;
    postgresql->schema = malloc(size);
    if (!postgresql->schema)
        memory_exhausted(size);
    snprintf(postgresql->schema, size, POSTGRESQL_SCHEMA "%.*s", STR_ARGS(name));
}

// Two may make a case of one name at the same moment: the second waits for the first and is told then that a
// row of the catalogue is there twice.
static bool make_schema(struct postgresql_store *postgresql, struct arena *arena,
                        struct error *error)
{
    const char *sql = arena_print(arena, "CREATE SCHEMA \"%s\"", postgresql->schema).bytes;
    return postgresql_run_text(postgresql, sql, error) ||
           (error->code == BAD_INPUT &&
            error_at(error, MISUSE, store_place(&postgresql->store),
                     "there is such a case already; it is not overwritten"));
}

static bool make_case(struct postgresql_store *postgresql, struct arena *arena, struct error *error)
{
    struct str encoding;
    postgresql->is_new = true;
    postgresql->store.format = postgresql->store.given_format = STORE_FORMAT;
    if (!postgresql_ask(postgresql, "SHOW server_encoding", NULL, arena, &encoding, error))
        return false;
    if (!str_equal(encoding, STR("UTF8")))
        return error_at(error, UNSUPPORTED, store_place(&postgresql->store),
                        "the database keeps its texts in %.*s; a case needs one that has UTF8",
                        STR_ARGS(encoding));
    return postgresql_run_text(postgresql, "BEGIN ISOLATION LEVEL READ COMMITTED", error) &&
           make_schema(postgresql, arena, error) &&
           postgresql_make_tables(postgresql, postgresql->schema, error) &&
           postgresql_case_set_format(postgresql, STORE_FORMAT, error);
}

static bool find_part(struct postgresql_store *postgresql, struct arena *arena, struct error *error)
{
    struct str is_partial;
    if (!postgresql_ask(postgresql, "SELECT row_security_active('entry')", NULL, arena, &is_partial,
                        error))
        return false;
    postgresql->store.is_partial = str_equal(is_partial, STR("t"));
    return true;
}

// Who only reads sees the case as it stood at one moment, whoever writes.
static bool find_case(struct postgresql_store *postgresql, struct arena *arena, struct error *error)
{
    int64_t format;
    if (postgresql->mode == STORE_READ &&
        !postgresql_run_text(postgresql, "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY", error))
        return false;
    return find_schema(postgresql, arena, error) &&
           postgresql_case_format(postgresql, &format, error) &&
           store_check_format(&postgresql->store, format, error) &&
           postgresql_check_tables(postgresql, postgresql->schema, error) &&
           find_part(postgresql, arena, error);
}

static bool open_parts(struct postgresql_store *postgresql, const struct database_address *parts,
                       struct arena *arena, struct error *error)
{
    const char *server =
        arena_print(arena, "%.*s%.*s", STR_ARGS(parts->server), STR_ARGS(parts->options)).bytes;
    name_schema(postgresql, parts->name);
    return postgresql_connect(postgresql->store.path, server, &postgresql->connection, error) &&
           settle_session(postgresql, arena, error) &&
           (postgresql->mode == STORE_CREATE ? make_case(postgresql, arena, error)
                                             : find_case(postgresql, arena, error));
}

bool postgresql_case_open(struct postgresql_store *postgresql, struct error *error)
{
    struct database_address parts;
    struct arena *arena = arena_open();
    bool done = database_address_read(postgresql->store.path, &parts)
                    ? postgresql_library_open(error) && open_parts(postgresql, &parts, arena, error)
                    : error_set(error, MISUSE,
                                "a case in a database is postgres://host/database/case, or "
                                "postgres://host/database?options#case, its name of 1 to 48 "
                                "letters, digits, \"-\", \"_\" and \".\"");
    arena_close(arena);
    return done;
}

// The case may be another by now, or none: it is looked at as if it were opened.
static bool find_again(struct postgresql_store *postgresql, struct arena *arena)
{
    struct error unused;
    PQreset(postgresql->connection);
    postgresql->sent_count = postgresql->part_count = 0;
    postgresql->is_parted = postgresql->is_saved = false;
    postgresql->ahead.is_wanted = false;
    postgresql->log_end = 0;
    for (int i = 0; i < STATEMENT_COUNT; i++)
        postgresql->walks[i].is_prepared = false;
    memset(postgresql->own_is_prepared, 0, sizeof postgresql->own_is_prepared);
    return PQstatus(postgresql->connection) == CONNECTION_OK &&
           settle_session(postgresql, arena, &unused) && find_case(postgresql, arena, &unused);
}

bool postgresql_is_back(struct postgresql_store *postgresql)
{
    if (PQstatus(postgresql->connection) == CONNECTION_OK || postgresql->mode != STORE_WRITE ||
        postgresql->is_new || postgresql->store.is_writing)
        return false;
    struct arena *arena = arena_open_small();
    bool is_back = find_again(postgresql, arena);
    postgresql->store.is_gathered = false;
    arena_close(arena);
    postgresql->is_lost = postgresql->is_lost || postgresql->is_owed;
    postgresql->store.is_found_again = postgresql->store.is_found_again || is_back;
    return is_back;
}

bool postgresql_case_publish(struct postgresql_store *postgresql, struct error *error)
{
    if (!postgresql->is_new)
        return true;
    postgresql->is_new = false;
    postgresql->mode = STORE_WRITE;
    if (!postgresql->store.driver->commit(&postgresql->store, error))
        return false;
    struct arena *arena = arena_open_small();
    bool done = find_schema(postgresql, arena, error);
    arena_close(arena);
    return done;
}
