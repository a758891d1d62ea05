// SPDX-License-Identifier: Apache-2.0
// One writer, all or nothing; an older format is left behind with the first act.
#include "record/store.h"

#include "record/store_parts.h"

bool store_commit(struct store *store, struct error *error)
{
    if (!query_run_text(store, "COMMIT", error))
        return false;
    store->is_writing = false;
    store->given_format = store->format;
    return true;
}

void store_rollback(struct store *store)
{
    if (store->is_writing)
        sqlite3_exec(store->database, "ROLLBACK", NULL, NULL, NULL);
    store->is_writing = false;
    store->format = store->given_format;
}

int64_t store_format(const struct store *store)
{
    return store->format;
}

// Forward only, and with the act that makes it needed or not at all. Another program may have done it
// since this one opened the file.
static bool migrate(struct store *store, struct error *error)
{
    int64_t format = 0;
    if (!query_number(store, "PRAGMA user_version", &format, error) ||
        !store_check_format(store, format, error))
        return false;
    if (format == STORE_FORMAT)
        return true;
    char pragma[64];
    sqlite3_snprintf(sizeof pragma, pragma, "PRAGMA user_version=%d", STORE_FORMAT);
    store->format = STORE_FORMAT;
    return query_run_text(store, pragma, error) && store_bind_checkpoints(store, error);
}

bool store_begin(struct store *store, struct error *error)
{
    if (store->is_fixed)
        return error_at(error, IO_FAILED, place_of(str_of(store->path)),
                        "the file or its folder cannot be written, so nothing is entered");
    if (!query_run_text(store, "BEGIN IMMEDIATE", error))
        return false;
    store->is_writing = true;
    if (migrate(store, error))
        return true;
    store_rollback(store);
    return false;
}
