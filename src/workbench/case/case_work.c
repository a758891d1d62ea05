// SPDX-License-Identifier: Apache-2.0
// Heavy work that waits in a database, for whoever asks and for whoever works.
#include "record/store_work.h"
#include "workbench/answer.h"
#include "workbench/door.h"

#include <entente/case.h>

struct entente_work {
    struct arena *arena; // holds this
    struct arena *job;   // what was taken or answered last
    struct store_work *work;
};

bool entente_work_open(const struct entente_work_options *options, const char *place,
                       struct entente_work **opened, struct entente_error *error)
{
    struct entente_work_options own;
    struct error inner;
    struct store_work *work;
    if (!DOOR_TAKE(options, &own, error))
        return false;
    bool done = place || error_set(&inner, MISUSE, "say the database: postgres://host/database");
    if (!done || !store_work_open(place, str_of(entente_version()), own.is_worker, &work, &inner))
        return answer_error(&inner, error);
    struct arena *arena = arena_open_small();
    *opened = ARENA_NEW(arena, struct entente_work);
    **opened = (struct entente_work){.arena = arena, .job = arena_open(), .work = work};
    return true;
}

void entente_work_close(struct entente_work *work)
{
    if (!work)
        return;
    store_work_close(work->work);
    arena_close(work->job);
    arena_close(work->arena);
}

bool entente_work_ask(struct entente_work *work, const char *job, size_t length, int *code,
                      const char **bytes, size_t *bytes_length, struct entente_error *error)
{
    struct error inner;
    struct store_work_result result;
    *bytes = NULL;
    arena_rewind(work->job, (struct arena_mark){NULL, 0});
    if (!store_work_ask(work->work, (struct str){job, length}, work->job, &result, &inner))
        return answer_error(&inner, error);
    if (!result.is_there)
        return true;
    *code = (int)result.code; // below 256
    *bytes = result.bytes.bytes;
    *bytes_length = result.bytes.length;
    return true;
}

bool entente_work_take(struct entente_work *work, int milliseconds, const char **job,
                       size_t *length, struct entente_error *error)
{
    struct error inner;
    struct str taken;
    *job = NULL;
    arena_rewind(work->job, (struct arena_mark){NULL, 0});
    if (!store_work_take(work->work, milliseconds, work->job, &taken, &inner))
        return answer_error(&inner, error);
    *job = taken.bytes;
    *length = taken.length;
    return true;
}

bool entente_work_finish(struct entente_work *work, int code, const char *bytes, size_t length,
                         struct entente_error *error)
{
    struct error inner;
    return store_work_finish(work->work, code, (struct str){bytes, length}, &inner) ||
           answer_error(&inner, error);
}
