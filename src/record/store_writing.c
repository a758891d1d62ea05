// SPDX-License-Identifier: Apache-2.0
// One writer, all or nothing; an older format is left behind with the first act.
#include "record/store.h"
#include "record/store_parts.h"

bool store_commit(struct store *store, struct error *error)
{
    if (!store_check_bounds(store, error) || !store->driver->commit(store, error))
        return false;
    store_bind(store, NULL);
    known_heads_forget(&store->heads);
    store->is_writing = false;
    store->given_format = store->format;
    return true;
}

void store_rollback(struct store *store)
{
    if (store->is_writing)
        store->driver->rollback(store);
    known_heads_forget(&store->heads);
    store->is_writing = false;
    store->format = store->given_format;
}

bool store_hold(struct store *store, struct error *error)
{
    return !store->driver->hold || store->driver->hold(store, error);
}

bool store_flush(struct store *store, struct error *error)
{
    return !store->driver->flush || store->driver->flush(store, error);
}

bool store_scrub(struct store *store, bool *is_clean, struct error *error)
{
    return store->driver->scrub(store, is_clean, error);
}

int64_t store_format(const struct store *store)
{
    return store->format;
}

// Forward only, and with the act that makes it needed or not at all. Another program may have done it
// since this one opened the store.
static bool migrate(struct store *store, struct error *error)
{
    int64_t format = 0;
    if (!store->driver->format(store, &format, error) || !store_check_format(store, format, error))
        return false;
    if (format == STORE_FORMAT)
        return true;
    store->format = STORE_FORMAT;
    return store->driver->set_format(store, STORE_FORMAT, error) &&
           store_bind_checkpoints(store, error);
}

bool store_begin(struct store *store, struct error *error)
{
    if (!store->driver->begin(store, error)) {
        known_heads_forget(&store->heads);
        return false;
    }
    store->is_writing = true;
    if (migrate(store, error))
        return true;
    store_rollback(store);
    return false;
}
