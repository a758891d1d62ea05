// SPDX-License-Identifier: Apache-2.0
#include "record/store_postgresql_parts.h"

#include <string.h>

// What a class of PostgreSQL's answers (its table of SQLSTATE codes) means to whoever reads it.
static const struct postgresql_answer {
    const char *state; // the code begins so
    enum error_code code;
    const char *text;
} answers[] = {
    {"55P03", IO_FAILED, "another program is writing to this case; try again when it has finished"},
    {"40", IO_FAILED, "another program is writing to this case; try again when it has finished"},
    {"42501", FORBIDDEN, "the database does not let this user do that"},
    {"25006", IO_FAILED, "the database can only be read"},
    {"42P06", MISUSE, "there is such a case already; it is not overwritten"},
    {"53100", IO_FAILED, "the server's disk is full; nothing was changed"},
    {"54", TOO_LARGE, "a text or file is larger than the database holds"},
    {"22021", BAD_INPUT, "a text of it is no valid UTF-8, or holds a zero byte"},
    {"22P05", BAD_INPUT, "a text of it is no valid UTF-8, or holds a zero byte"},
    {"23", BAD_INPUT, "its rows are damaged"},
    {"22012", IO_FAILED, "an entry reads back otherwise than it was written; nothing was changed"},
};

// The first line, for a message is one line.
static struct str first_line(const char *text)
{
    struct str line = str_of(text ? text : "");
    return str_slice(line, 0, str_find_byte(str_slice(line, 0, 200), '\n'));
}

bool postgresql_is_done(const PGresult *result)
{
    ExecStatusType status = PQresultStatus(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

bool postgresql_error(const PGconn *connection, const char *address, const PGresult *result,
                      struct error *error)
{
    struct place place = place_of(str_of(address));
    const char *state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : NULL;
    if (!state || PQstatus(connection) != CONNECTION_OK)
        return error_at(error, IO_FAILED, place, "the database cannot be reached (%.*s)",
                        STR_ARGS(first_line(PQerrorMessage(connection))));
    struct str told = first_line(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY));
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        if (strncmp(state, answers[i].state, strlen(answers[i].state)) == 0)
            return error_at(error, answers[i].code, place, "%s (%.*s)", answers[i].text,
                            STR_ARGS(told));
    return error_at(error, IO_FAILED, place, "the case cannot be read or written (%.*s)",
                    STR_ARGS(told));
}
