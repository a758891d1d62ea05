// SPDX-License-Identifier: Apache-2.0
// For builds without libpq.
#include "record/store.h"
#include "record/store_list.h"
#include "record/store_parts.h"
#include "record/store_watch.h"

static bool refuse(struct error *error)
{
    return error_set(error, UNSUPPORTED,
                     "this build reads no databases: it was made without libpq (PostgreSQL)");
}

bool postgresql_store_open(const char *address, struct store_options options, struct store **store,
                           struct error *error)
{
    (void)address;
    (void)options;
    (void)store;
    return refuse(error);
}

bool store_list(const char *place, struct arena *arena, struct list *cases, struct error *error)
{
    (void)place;
    (void)arena;
    (void)cases;
    return refuse(error);
}

bool store_watch_open(const char *place, struct store_watch **watch, struct error *error)
{
    (void)place;
    (void)watch;
    return refuse(error);
}

bool store_watch_wait(struct store_watch *watch, int milliseconds, struct str *name,
                      struct error *error)
{
    (void)watch;
    (void)milliseconds;
    (void)name;
    return refuse(error);
}

void store_watch_close(struct store_watch *watch)
{
    (void)watch; // none was opened
}
