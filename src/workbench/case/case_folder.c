// SPDX-License-Identifier: Apache-2.0
// The other forms of a case: a folder, and the record as one text file.
#include "workbench/case/case.h"
#include "workbench/case/case_shelf.h"

#include "base/database_address.h"
#include "base/file.h"
#include "casefile/bundle.h"
#include "casefile/folder.h"
#include "workbench/door.h"

#include <string.h>
#include <unistd.h>

// What reads a folder without making a file of it needs no secrecy, only sameness.
static const unsigned char no_seed[CHANCE_SEED_BYTES];

static bool read_bundle(const char *path, const struct budget *bounds, struct store **store,
                        struct error *error)
{
    struct arena *arena = arena_open();
    struct str text;
    bool done = file_read(path, input_limits_default.file_bytes * 4, arena, &text, error) &&
                store_open(NULL, (struct store_options){STORE_CREATE, NULL, bounds}, store, error);
    if (done && !(store_begin(*store, error) && bundle_read(str_of(path), text, *store, error))) {
        store_close(*store);
        done = false;
    }
    arena_close(arena);
    return done;
}

static bool is_bundle(const char *path)
{
    return str_ends_with(str_of(path), STR(".jsonl")) && !is_database_address(path);
}

bool case_open_store(const char *path, const struct budget *bounds, struct store **store,
                     bool *is_mirror, struct error *error)
{
    *is_mirror = true;
    if (is_bundle(path))
        return read_bundle(path, bounds, store, error);
    if (folder_is(path)) {
        struct arena *arena = arena_open();
        const char *record = arena_print(arena, "%s/record.jsonl", path).bytes;
        bool done = access(record, F_OK) == 0
                        ? read_bundle(record, bounds, store, error)
                        : error_at(error, NOT_FOUND, place_of(str_of(path)),
                                   "the folder has no record (record.jsonl), so that nothing in it "
                                   "can be verified; import makes a case of its lists");
        arena_close(arena);
        return done;
    }
    *is_mirror = false;
    return store_open(path, (struct store_options){STORE_READ, NULL, bounds}, store, error);
}

// A folder or bundle becomes a case in memory.
static bool open_in_memory(const char *path, const struct casefile_view *view,
                           const struct budget *bounds, struct casefile **casefile,
                           struct folder_told *told, struct error *error)
{
    struct chance chance = chance_make(no_seed);
    struct store *store = NULL;
    bool was_right;
    bool done;
    if (folder_is(path)) {
        done =
            folder_read(path, NULL, STR("folder"), STR(""), &chance, bounds, casefile, told, error);
        if (done && !casefile_look(*casefile, view, error)) {
            casefile_close(*casefile);
            done = false;
        }
    } else {
        bool is_mirror;
        done = case_open_store(path, bounds, &store, &is_mirror, error) &&
               casefile_over(store, view, casefile, error);
    }
    if (!done)
        return false;
    if (casefile_rebuild(*casefile, &was_right, error))
        return true;
    casefile_close(*casefile);
    return false;
}

// From now on there may be acts in it.
static bool settle_copy(struct casefile *casefile, uint64_t *size, struct error *error)
{
    struct head_row head;
    struct str audience =
        arena_print(casefile->frame, "party:%.*s", STR_ARGS(casefile->view.viewer));
    if (!store_head(casefile->store, audience, &head, error))
        return false;
    *size = head.size;
    return casefile_commit(casefile, error);
}

bool entente_case_open(const struct entente_case_view *view, const char *path,
                       const struct entente_bounds *bounds, struct entente_case **opened,
                       struct entente_error *error)
{
    struct entente_case_view own;
    if (!DOOR_TAKE(view, &own, error) || !door_bounds(bounds, error))
        return false;
    view = &own;
    struct error inner;
    struct casefile_view inside = case_view_inside(view);
    struct casefile *casefile;
    bool is_in_memory = folder_is(path) || is_bundle(path);
    bool is_readonly = is_in_memory && !(view->is_copy && is_bundle(path));
    inside.grounds = is_in_memory ? NULL : shelf_grounds(view->shelf);
    struct folder_told told = {.has_record = true};
    struct budget budget = answer_budget(bounds);
    bool done = is_in_memory
                    ? open_in_memory(path, &inside, &budget, &casefile, &told, &inner)
                    : casefile_open(path, (struct store_options){STORE_WRITE, NULL, &budget},
                                    &inside, &casefile, &inner);
    if (!done)
        return answer_error(&inner, error);
    store_bind(casefile->store, NULL);
    uint64_t copied = 0;
    if (is_in_memory && !is_readonly && !settle_copy(casefile, &copied, &inner)) {
        casefile_close(casefile);
        return answer_error(&inner, error);
    }
    struct entente_case *handle = ARENA_NEW(casefile->arena, struct entente_case);
    handle->casefile = casefile;
    handle->name = arena_copy(casefile->arena, str_of(path));
    handle->is_readonly = is_readonly;
    handle->copied = copied;
    handle->has_record = told.has_record;
    handle->shelf = is_in_memory ? NULL : view->shelf;
    *opened = handle;
    return true;
}

static struct str say_export(const struct casefile *casefile, const char *folder, size_t gone,
                             struct arena *arena)
{
    struct builder said = builder_make(arena);
    if (folder)
        builder_print(&said, "%s now holds the case %.*s\n", folder,
                      STR_ARGS(casefile->record.case_id));
    if (gone > 0)
        builder_print(&said, "%zu %s taken out of this record before, and %s not in it\n", gone,
                      gone == 1 ? "entry was" : "entries were", gone == 1 ? "is" : "are");
    return builder_str(&said);
}

bool entente_case_export(const struct entente_export_options *options, struct entente_case *handle,
                         const struct entente_bounds *bounds, struct entente_answer **answer,
                         struct entente_error *error)
{
    struct entente_export_options own;
    if (!DOOR_TAKE(options, &own, error) || !case_begin(handle, bounds, error))
        return false;
    options = &own;
    const char *folder = options->folder;
    struct error inner;
    struct entente_answer *made = answer_new();
    bool done = handle->casefile->view.as_of.length == 0 ||
                error_set(&inner, MISUSE, "a case is exported as it is, not as of a past day");
    done = done && case_reads_on(handle, &inner);
    struct builder out = builder_make(made->arena);
    size_t gone = 0;
    enum bundle_sealed sealed = options->with_sealed       ? BUNDLE_ALL_SEALED
                                : options->with_own_sealed ? BUNDLE_OWN_SEALED
                                                           : BUNDLE_NO_SEALED;
    if (done && folder)
        done = folder_write(handle->casefile, folder, options->with_sealed, &gone, &inner);
    else if (done)
        done = bundle_write(handle->casefile, sealed, &out, &gone, &inner);
    made->output = builder_str(&out);
    if (done)
        made->summary = say_export(handle->casefile, folder, gone, made->arena);
    return case_end(handle, done, made, answer, &inner, error);
}
