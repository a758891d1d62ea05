// SPDX-License-Identifier: Apache-2.0
// One writer, all or nothing; an older format is left behind with the first act.
#include "record/store.h"
#include "record/store_parts.h"

// All acts of the transaction.
static bool commit_all(struct store *store, struct error *error)
{
    bool done = store->driver->commit(store, error);
    if (done)
        known_heads_forget(&store->heads);
    return done;
}

bool store_commit(struct store *store, struct error *error)
{
    if (!store_check_bounds(store, error))
        return false;
    store->is_gathered = store->driver->gather && store->driver->gather(store);
    if (!store->is_gathered && !commit_all(store, error))
        return false;
    store_bind(store, NULL);
    store->is_writing = false;
    store->given_format = store->format;
    return true;
}

// Of acts that were gathered before this one nothing goes.
void store_rollback(struct store *store)
{
    if (store->is_writing)
        store->driver->rollback(store);
    if (!store->is_gathered)
        known_heads_forget(&store->heads);
    else if (store->is_writing)
        known_heads_restore(&store->heads);
    store->is_writing = false;
    store->format = store->given_format;
}

bool store_hold(struct store *store, struct error *error)
{
    return !store->driver->hold || store->driver->hold(store, error);
}

// What read on before it was committed, and finds that it was not, reads anew.
static bool release(struct store *store, bool is_flushing, struct error *error)
{
    if (!store->is_gathered)
        return true;
    store->is_writing = true;
    store->is_gathered = false;
    store->is_flushing = is_flushing;
    bool done = commit_all(store, error);
    if (!done)
        store_rollback(store);
    store->is_writing = store->is_flushing = false;
    store->is_found_again = store->is_found_again || !done;
    return done;
}

bool store_release(struct store *store, struct error *error)
{
    return release(store, false, error);
}

// The commit that waits for the disk waits for all that was committed before it.
bool store_flush(struct store *store, struct error *error)
{
    bool was_gathered = store->is_gathered;
    return release(store, true, error) &&
           (was_gathered || !store->driver->flush || store->driver->flush(store, error));
}

bool store_scrub(struct store *store, bool *is_clean, struct error *error)
{
    return store_release(store, error) && store->driver->scrub(store, is_clean, error);
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
    if (store->is_gathered) {
        known_heads_mark(&store->heads);
        store->is_writing = store->driver->begin(store, error);
        if (!store->is_writing)
            known_heads_forget(&store->heads);
        return store->is_writing;
    }
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
