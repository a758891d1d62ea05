// SPDX-License-Identifier: Apache-2.0
// Which driver a store has, and what is its alone.
#include "record/store.h"
#include "base/database_address.h"
#include "record/store_parts.h"

bool store_open(const char *path, struct store_options options, struct store **store,
                struct error *error)
{
    return path && is_database_address(path) ? postgresql_store_open(path, options, store, error)
                                             : sqlite_store_open(path, options, store, error);
}

bool store_publish(struct store *store, struct error *error)
{
    return store->driver->publish(store, error);
}

void store_close(struct store *store)
{
    struct error unused;
    if (!store)
        return;
    (void)!store_release(store, &unused); // nobody was told that it is done
    store->driver->close(store);
}

bool store_copy(struct store *store, const char *path, struct error *error)
{
    if (store->is_partial)
        return error_at(error, FORBIDDEN, store_place(store),
                        "the database lets this user read a part of the case; a copy of it would "
                        "be none of the case");
    if (store->driver->copy && !is_database_address(path))
        return store->driver->copy(store, path, error);
    struct store *copy;
    if (!store_open(path, (struct store_options){STORE_CREATE, NULL}, &copy, error))
        return false;
    bool done = store_copy_rows(store, copy, error) && store_publish(copy, error);
    store_close(copy);
    return done;
}

bool store_is_partial(const struct store *store)
{
    return store->is_partial;
}

bool store_was_lost(struct store *store)
{
    bool was_lost = store->is_found_again;
    store->is_found_again = false;
    return was_lost;
}

bool store_version(struct store *store, int64_t *version, struct error *error)
{
    return store->driver->version(store, version, error);
}

bool store_check_pages(struct store *store, struct error *error)
{
    return store->driver->check_pages(store, error) && store_check_bounds(store, error);
}
