// SPDX-License-Identifier: Apache-2.0
// For builds without libpq.
#include "record/store.h"
#include "record/store_list.h"
#include "record/store_parts.h"
#include "record/store_watch.h"
#include "record/store_work.h"

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

bool store_work_open(const char *place, struct str program, bool is_worker,
                     struct store_work **work, struct error *error)
{
    (void)place;
    (void)program;
    (void)is_worker;
    (void)work;
    return refuse(error);
}

void store_work_close(struct store_work *work)
{
    (void)work; // none was opened
}

bool store_work_ask(struct store_work *work, struct str job, struct arena *arena,
                    struct store_work_result *result, struct error *error)
{
    (void)work;
    (void)job;
    (void)arena;
    (void)result;
    return refuse(error);
}

bool store_work_take(struct store_work *work, int milliseconds, struct arena *arena,
                     struct str *job, struct error *error)
{
    (void)work;
    (void)milliseconds;
    (void)arena;
    (void)job;
    return refuse(error);
}

bool store_work_finish(struct store_work *work, int64_t code, struct str bytes, struct error *error)
{
    (void)work;
    (void)code;
    (void)bytes;
    return refuse(error);
}
