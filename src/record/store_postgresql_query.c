// SPDX-License-Identifier: Apache-2.0
#include "record/store_postgresql_parts.h"

bool postgresql_run_text(struct postgresql_store *postgresql, const char *sql, struct error *error)
{
    if (!postgresql_settle(postgresql, error))
        return false;
    PGresult *result = PQexec(postgresql->connection, sql);
    bool done = postgresql_is_done(result) ||
                postgresql_error(postgresql->connection, postgresql->store.path, result, error);
    PQclear(result);
    return done;
}

bool postgresql_ask(struct postgresql_store *postgresql, const char *sql, const char *given,
                    struct arena *arena, struct str *value, struct error *error)
{
    if (!postgresql_settle(postgresql, error))
        return false;
    PGresult *result =
        PQexecParams(postgresql->connection, sql, given ? 1 : 0, NULL, &given, NULL, NULL, 0);
    bool done = postgresql_is_done(result) ||
                postgresql_error(postgresql->connection, postgresql->store.path, result, error);
    if (done)
        *value = PQntuples(result) > 0
                     ? arena_copy(arena, (struct str){PQgetvalue(result, 0, 0),
                                                      (size_t)PQgetlength(result, 0, 0)})
                     : (struct str){"", 0};
    PQclear(result);
    return done;
}

uint64_t postgresql_number(struct str bytes)
{
    uint64_t number = 0;
    for (size_t i = 0; i < bytes.length; i++)
        number = number << 8 | (unsigned char)bytes.bytes[i];
    return number;
}

struct str postgresql_cell(const PGresult *rows, int row, int column)
{
    return (struct str){PQgetvalue(rows, row, column), (size_t)PQgetlength(rows, row, column)};
}

bool postgresql_know_heads(struct postgresql_store *postgresql, const PGresult *rows,
                           struct error *error)
{
    struct known_heads *heads = &postgresql->store.heads;
    for (int i = 0; i < PQntuples(rows); i++) {
        struct head_row head = {.audience = postgresql_cell(rows, i, 0),
                                .size = postgresql_number(postgresql_cell(rows, i, 1))};
        if (head.audience.length == 0)
            continue; // there is none
        if (!store_read_hash(&postgresql->store, postgresql_cell(rows, i, 2), &head.root, error))
            return false;
        known_heads_note(heads, &head);
    }
    heads->are_all = true;
    return true;
}

// The same words mean the same rows in all tables, whoever wrote them. That they also change with what is
// written elsewhere costs a look at the heads.
int64_t postgresql_version(struct str seen)
{
    struct hash hash = hash_of(seen);
    return (int64_t)(postgresql_number(
                         (struct str){(const char *)hash.bytes, POSTGRESQL_NUMBER_BYTES}) >>
                     1);
}
