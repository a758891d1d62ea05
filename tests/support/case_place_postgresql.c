// SPDX-License-Identifier: Apache-2.0
#include "case_place.h"

#include "tap.h"

#include "base/builder.h"
#include "record/store_postgresql_parts.h"

#include <stdlib.h>

static void hear_nothing(void *self, const char *notice)
{
    (void)self;
    (void)notice;
}

const char *case_place_ask(const char *role, const char *sql)
{
    const char *const keywords[] = {"dbname", role ? "user" : NULL, NULL};
    const char *const values[] = {getenv("ENTENTE_DATABASE"), role, NULL};
    struct builder out = builder_make(tap_arena());
    struct error error;
    if (!postgresql_library_open(&error)) // the program's own lines of libpq's functions call it
        return error.message[0] ? arena_c_string(tap_arena(), str_of(error.message)) : "";
    PGconn *connection = PQconnectdbParams(keywords, values, 1);
    PQsetNoticeProcessor(connection, hear_nothing, NULL);
    PGresult *rows = PQexec(connection, sql);
    ExecStatusType status = PQresultStatus(rows);
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
        builder_print(&out, "refused: %s", PQerrorMessage(connection));
    for (int row = 0; row < PQntuples(rows); row++) {
        for (int column = 0; column < PQnfields(rows); column++)
            builder_print(&out, "%s%s", column ? "\t" : "", PQgetvalue(rows, row, column));
        builder_add_byte(&out, '\n');
    }
    PQclear(rows);
    PQfinish(connection);
    return arena_c_string(tap_arena(), builder_str(&out));
}
