// SPDX-License-Identifier: Apache-2.0
// The functions of libpq under their own names, from the library that is opened with the first database: it
// brings along twenty others, which no other command shall wait for.
#include "record/store_postgresql_parts.h"

#include "base/late_library.h"

// clang-format off
#define CALLED(each) \
    each(PQclear) each(PQcmdStatus) each(PQconnectdbParams) each(PQconninfoFree) \
    each(PQconninfoParse) each(PQconsumeInput) each(PQenterPipelineMode) each(PQerrorMessage) \
    each(PQexec) each(PQexecParams) each(PQexecPrepared) each(PQexitPipelineMode) each(PQfinish) \
    each(PQflush) each(PQfreemem) each(PQgetlength) each(PQgetResult) each(PQgetvalue) each(PQnotifies) \
    each(PQntuples) each(PQpipelineSync) each(PQprepare) each(PQreset) each(PQresultErrorField) \
    each(PQresultStatus) each(PQsendQuery) each(PQsendQueryParams) each(PQsendQueryPrepared) \
    each(PQsetNoticeProcessor) each(PQsocket) each(PQstatus) each(PQtransactionStatus)
// clang-format on

#define DECLARE(name) __typeof__(name) *name##_;
static struct {
    CALLED(DECLARE)
} libpq;

#define PLACE(name) {#name, &libpq.name##_},
static const struct late_function functions[] = {CALLED(PLACE)};
static struct late_library library = {
    .file = "libpq.so.5",
    .package = "libpq5",
    .functions = functions,
    .count = sizeof functions / sizeof *functions,
    .lock = PTHREAD_MUTEX_INITIALIZER,
};

bool postgresql_library_open(struct error *error)
{
    return late_library_open(&library, error);
}

// What gives back is asked for nothing too, and before the library is open.
void PQclear(PGresult *res)
{
    if (res)
        libpq.PQclear_(res);
}

char *PQcmdStatus(PGresult *res)
{
    return libpq.PQcmdStatus_(res);
}

PGconn *PQconnectdbParams(const char *const *keywords, const char *const *values, int expand_dbname)
{
    return libpq.PQconnectdbParams_(keywords, values, expand_dbname);
}

void PQconninfoFree(PQconninfoOption *connOptions)
{
    libpq.PQconninfoFree_(connOptions);
}

PQconninfoOption *PQconninfoParse(const char *conninfo, char **errmsg)
{
    return libpq.PQconninfoParse_(conninfo, errmsg);
}

int PQconsumeInput(PGconn *conn)
{
    return libpq.PQconsumeInput_(conn);
}

int PQenterPipelineMode(PGconn *conn)
{
    return libpq.PQenterPipelineMode_(conn);
}

char *PQerrorMessage(const PGconn *conn)
{
    return libpq.PQerrorMessage_(conn);
}

PGresult *PQexec(PGconn *conn, const char *query)
{
    return conn ? libpq.PQexec_(conn, query) : NULL;
}

PGresult *PQexecParams(PGconn *conn, const char *command, int nParams, const Oid *paramTypes,
                       const char *const *paramValues, const int *paramLengths,
                       const int *paramFormats, int resultFormat)
{
    return libpq.PQexecParams_(conn, command, nParams, paramTypes, paramValues, paramLengths,
                               paramFormats, resultFormat);
}

PGresult *PQexecPrepared(PGconn *conn, const char *stmtName, int nParams,
                         const char *const *paramValues, const int *paramLengths,
                         const int *paramFormats, int resultFormat)
{
    return libpq.PQexecPrepared_(conn, stmtName, nParams, paramValues, paramLengths, paramFormats,
                                 resultFormat);
}

int PQexitPipelineMode(PGconn *conn)
{
    return libpq.PQexitPipelineMode_(conn);
}

void PQfinish(PGconn *conn)
{
    if (conn)
        libpq.PQfinish_(conn);
}

int PQflush(PGconn *conn)
{
    return libpq.PQflush_(conn);
}

void PQfreemem(void *ptr)
{
    if (ptr)
        libpq.PQfreemem_(ptr);
}

int PQgetlength(const PGresult *res, int tup_num, int field_num)
{
    return libpq.PQgetlength_(res, tup_num, field_num);
}

PGresult *PQgetResult(PGconn *conn)
{
    return libpq.PQgetResult_(conn);
}

char *PQgetvalue(const PGresult *res, int tup_num, int field_num)
{
    return libpq.PQgetvalue_(res, tup_num, field_num);
}

PGnotify *PQnotifies(PGconn *conn)
{
    return libpq.PQnotifies_(conn);
}

int PQntuples(const PGresult *res)
{
    return libpq.PQntuples_(res);
}

int PQpipelineSync(PGconn *conn)
{
    return libpq.PQpipelineSync_(conn);
}

PGresult *PQprepare(PGconn *conn, const char *stmtName, const char *query, int nParams,
                    const Oid *paramTypes)
{
    return libpq.PQprepare_(conn, stmtName, query, nParams, paramTypes);
}

void PQreset(PGconn *conn)
{
    libpq.PQreset_(conn);
}

char *PQresultErrorField(const PGresult *res, int fieldcode)
{
    return libpq.PQresultErrorField_(res, fieldcode);
}

ExecStatusType PQresultStatus(const PGresult *res)
{
    return libpq.PQresultStatus_(res);
}

int PQsendQuery(PGconn *conn, const char *query)
{
    return libpq.PQsendQuery_(conn, query);
}

int PQsendQueryParams(PGconn *conn, const char *command, int nParams, const Oid *paramTypes,
                      const char *const *paramValues, const int *paramLengths,
                      const int *paramFormats, int resultFormat)
{
    return libpq.PQsendQueryParams_(conn, command, nParams, paramTypes, paramValues, paramLengths,
                                    paramFormats, resultFormat);
}

int PQsendQueryPrepared(PGconn *conn, const char *stmtName, int nParams,
                        const char *const *paramValues, const int *paramLengths,
                        const int *paramFormats, int resultFormat)
{
    return libpq.PQsendQueryPrepared_(conn, stmtName, nParams, paramValues, paramLengths,
                                      paramFormats, resultFormat);
}

PQnoticeProcessor PQsetNoticeProcessor(PGconn *conn, PQnoticeProcessor proc, void *arg)
{
    return libpq.PQsetNoticeProcessor_(conn, proc, arg);
}

int PQsocket(const PGconn *conn)
{
    return libpq.PQsocket_(conn);
}

ConnStatusType PQstatus(const PGconn *conn)
{
    return libpq.PQstatus_(conn);
}

PGTransactionStatusType PQtransactionStatus(const PGconn *conn)
{
    return libpq.PQtransactionStatus_(conn);
}
