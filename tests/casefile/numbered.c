// SPDX-License-Identifier: Apache-2.0
#include "numbered.h"

#include "record/audit.h"
#include "tap.h"

#include <string.h>

static const struct casefile_view all = {.viewer = {NULL, 0}};

bool numbered_make(const char *place, struct error *error)
{
    struct casefile *casefile;
    if (!casefile_create(place, NULL, STR("t"), &casefile, error))
        return false;
    bool done = casefile_publish(casefile, error);
    casefile_close(casefile);
    return done;
}

bool numbered_open(const char *place, const char *vfs, struct casefile **casefile,
                   struct error *error)
{
    return casefile_open(place, (struct store_options){STORE_WRITE, vfs}, &all, casefile, error);
}

bool numbered_append(struct casefile *casefile, uint64_t number, struct error *error)
{
    unsigned char seed[CHANCE_SEED_BYTES] = {1};
    memcpy(seed + 8, &number, sizeof number);
    struct chance chance = chance_make(seed);
    if (!casefile_begin(casefile, error))
        return false;
    struct arena *arena = casefile->arena;
    struct act act = act_make("enter", arena);
    struct json_object object = json_object_make(arena);
    act.now = STR("2025-12-20T10:00:00Z");
    json_object_set(&object, STR("text"), json_of_int(arena, (int64_t)number));
    act_add(&act, "note", arena_print(arena, "n%llu", (unsigned long long)number),
            json_object_done(&object, arena));
    const struct json *file;
    if (casefile_add_file(casefile, &act, STR("f"),
                          arena_print(arena, "file %llu", (unsigned long long)number), &chance,
                          &file, error) &&
        casefile_append(casefile, &act, &chance, NULL, error) && casefile_commit(casefile, error))
        return true;
    casefile_rollback(casefile);
    return false;
}

bool numbered_check(const char *place, uint64_t *entries, struct error *error)
{
    struct casefile *casefile;
    struct audit audit;
    struct head_row head;
    struct str wrong;
    bool is_settled = false;
    if (!casefile_open(place, (struct store_options){STORE_READ, NULL}, &all, &casefile, error))
        return false;
    bool done = audit_run(&casefile->record, NULL, tap_arena(), &audit, error) &&
                casefile_is_settled(casefile, &is_settled, &wrong, error) &&
                store_check_pages(casefile->store, error) &&
                store_head(casefile->store, STR("all"), &head, error);
    if (done && (audit.findings.count > 0 || !is_settled))
        done = error_set(error, TAMPERED, "the record or the state is wrong");
    *entries = done ? head.size : 0;
    casefile_close(casefile);
    return done;
}
