// SPDX-License-Identifier: Apache-2.0
// What others enter into the cases of a database, heard as it comes.
#include "record/store_watch.h"
#include "workbench/case/case.h"
#include "workbench/door.h"

#include <entente/case.h>

#include <stdio.h>

struct entente_case_watch {
    struct arena *arena; // holds this
    struct store_watch *watch;
    char name[64]; // that was given last; the names of cases are shorter
};

bool entente_case_watch_open(const char *place, struct entente_case_watch **opened,
                             struct entente_error *error)
{
    struct error inner;
    struct store_watch *watch;
    bool done = place || error_set(&inner, MISUSE, "say which case is to be watched");
    if (!done || !store_watch_open(place, &watch, &inner))
        return answer_error(&inner, error);
    struct arena *arena = arena_open_small();
    *opened = ARENA_NEW(arena, struct entente_case_watch);
    **opened = (struct entente_case_watch){.arena = arena, .watch = watch};
    return true;
}

bool entente_case_watch_wait(struct entente_case_watch *watch, int milliseconds, const char **name,
                             struct entente_error *error)
{
    struct error inner;
    struct str heard;
    *name = NULL;
    if (!store_watch_wait(watch->watch, milliseconds, &heard, &inner))
        return answer_error(&inner, error);
    if (!heard.bytes)
        return true;
    snprintf(watch->name, sizeof watch->name, "%.*s", STR_ARGS(heard));
    *name = watch->name;
    return true;
}

void entente_case_watch_close(struct entente_case_watch *watch)
{
    if (!watch)
        return;
    store_watch_close(watch->watch);
    arena_close(watch->arena);
}
