// SPDX-License-Identifier: Apache-2.0
// A look at schemas and their comments; none of them is opened.
#include "record/store_list.h"
#include "record/store_postgresql_parts.h"

#include "base/checked.h"
#include "base/database_address.h"

#include <string.h>

// Whoever may use a schema may open the case; all may, where nobody in particular is named.
static const char asking[] = "SELECT substr(n.nspname,6), substring(d.description from '[0-9]+$'), "
                             "pg_has_role(n.nspowner,'member'), "
                             "CASE WHEN pg_has_role(n.nspowner,'member') THEN (SELECT "
                             "string_agg(DISTINCT CASE WHEN a.grantee=0 THEN "
                             "'everybody' ELSE pg_get_userbyid(a.grantee)::text END,E'\\n') FROM "
                             "aclexplode(n.nspacl) a WHERE "
                             "a.privilege_type='USAGE' AND a.grantee<>n.nspowner) END "
                             "FROM pg_namespace n JOIN pg_description d ON d.objoid=n.oid AND "
                             "d.classoid='pg_namespace'::regclass AND "
                             "d.objsubid=0 WHERE n.nspname LIKE 'case\\_%' AND d.description ~ "
                             "'^entente case, format [0-9]{1,9}$' AND "
                             "has_schema_privilege(n.oid,'usage') ORDER BY n.nspname COLLATE \"C\"";

static struct str cell(const PGresult *rows, int row, int column, struct arena *arena)
{
    return arena_copy(
        arena, (struct str){PQgetvalue(rows, row, column), (size_t)PQgetlength(rows, row, column)});
}

static void add(const PGresult *rows, int row, const struct database_address *parts,
                struct arena *arena, struct list *cases)
{
    struct str reader = {NULL, 0};
    struct str readers = cell(rows, row, 3, arena);
    struct store_listed *listed = LIST_ADD(cases, struct store_listed);
    listed->name = cell(rows, row, 0, arena);
    listed->address = arena_print(arena, "%.*s/%.*s%.*s", STR_ARGS(parts->server),
                                  STR_ARGS(listed->name), STR_ARGS(parts->options));
    if (!checked_parse(cell(rows, row, 1, arena), &listed->format)) // nine digits at most
        listed->format = 0;
    listed->is_writable = str_equal(cell(rows, row, 2, arena), STR("t"));
    listed->readers = LIST_MAKE(arena, struct str);
    while (str_cut(&readers, '\n', &reader))
        *LIST_ADD(&listed->readers, struct str) = reader;
}

static bool ask(const char *place, const struct database_address *parts, PGconn *connection,
                struct arena *arena, struct list *cases, struct error *error)
{
    PGresult *rows = PQexec(connection, asking);
    bool done =
        PQresultStatus(rows) == PGRES_TUPLES_OK || postgresql_error(connection, place, rows, error);
    for (int i = 0; done && i < PQntuples(rows); i++)
        add(rows, i, parts, arena, cases);
    PQclear(rows);
    return done;
}

bool store_list(const char *place, struct arena *arena, struct list *cases, struct error *error)
{
    struct database_address parts;
    PGconn *connection = NULL;
    *cases = LIST_MAKE(arena, struct store_listed);
    if (!database_place_read(place, &parts))
        return error_set(error, MISUSE,
                         "say the database whose cases are to be listed: "
                         "postgres://host/database, or postgres://host/database?options");
    if (!postgresql_library_open(error))
        return false;
    const char *server =
        arena_print(arena, "%.*s%.*s", STR_ARGS(parts.server), STR_ARGS(parts.options)).bytes;
    bool done = postgresql_connect(place, server, &connection, error) &&
                ask(place, &parts, connection, arena, cases, error);
    PQfinish(connection);
    return done;
}
