// SPDX-License-Identifier: Apache-2.0
// One connection hears of all cases of its database.
#include "record/store_postgresql_parts.h"
#include "record/store_watch.h"

#include "base/database_address.h"
#include "base/memory.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>

struct store_watch {
    char *place, *server;
    PGconn *connection; // NULL: the server is away
    PGnotify *heard;    // last
    bool is_behind;     // something may have come that was not heard
};

static bool listen_now(struct store_watch *watch, struct error *error)
{
    if (!postgresql_connect(watch->place, watch->server, &watch->connection, error))
        return false;
    PGresult *result = PQexec(watch->connection, "LISTEN " POSTGRESQL_CHANNEL);
    bool done = PQresultStatus(result) == PGRES_COMMAND_OK ||
                postgresql_error(watch->connection, watch->place, result, error);
    PQclear(result);
    watch->is_behind = true;
    return done;
}

static void hang_up(struct store_watch *watch)
{
    PQfinish(watch->connection);
    watch->connection = NULL;
}

bool store_watch_open(const char *place, struct store_watch **watch, struct error *error)
{
    struct database_address parts;
    if (!database_address_read(place, &parts))
        return error_set(error, MISUSE, "only the cases of a database are watched");
    if (!postgresql_library_open(error))
        return false;
    struct store_watch *made = calloc(1, sizeof *made);
    if (!made)
        memory_exhausted(sizeof *made);
    struct arena *arena = arena_open_small();
    made->place = strdup(place);
    made->server = strdup(
        arena_print(arena, "%.*s%.*s", STR_ARGS(parts.server), STR_ARGS(parts.options)).bytes);
    arena_close(arena);
    if (!made->place || !made->server)
        memory_exhausted(strlen(place));
    if (listen_now(made, error)) {
        *watch = made;
        return true;
    }
    store_watch_close(made);
    return false;
}

void store_watch_close(struct store_watch *watch)
{
    if (!watch)
        return;
    PQfreemem(watch->heard);
    PQfinish(watch->connection);
    free(watch->place);
    free(watch->server);
    free(watch);
}

// The next that was heard; NULL: none.
static const char *next_heard(struct store_watch *watch)
{
    PQfreemem(watch->heard);
    watch->heard = PQnotifies(watch->connection);
    return watch->heard ? watch->heard->extra : NULL;
}

static void wait_and_read(struct store_watch *watch, int milliseconds)
{
    struct pollfd socket = {.fd = PQsocket(watch->connection), .events = POLLIN};
    if (poll(&socket, 1, milliseconds) > 0 && PQconsumeInput(watch->connection) == 0)
        hang_up(watch);
}

bool store_watch_wait(struct store_watch *watch, int milliseconds, struct str *name,
                      struct error *error)
{
    *name = (struct str){NULL, 0};
    if (!watch->connection && !listen_now(watch, error)) {
        hang_up(watch);
        return false;
    }
    if (watch->is_behind) {
        watch->is_behind = false;
        *name = STR("");
        return true;
    }
    const char *schema = next_heard(watch);
    if (!schema)
        wait_and_read(watch, milliseconds);
    if (!watch->connection)
        return error_at(error, IO_FAILED, place_of(str_of(watch->place)),
                        "the database has gone away");
    schema = schema ? schema : next_heard(watch);
    if (schema && str_starts_with(str_of(schema), STR(POSTGRESQL_SCHEMA)))
        *name = str_skip(str_of(schema), strlen(POSTGRESQL_SCHEMA));
    return true;
}
