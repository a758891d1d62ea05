// SPDX-License-Identifier: Apache-2.0
// A copy of a case file as it stands at one moment, whoever is writing; and whether it is sound.
#include "casefile/folder.h"
#include "workbench/case/case.h"
#include "workbench/door.h"

static bool copy_case(const char *path, const char *copy, struct error *error)
{
    struct store *store;
    if (str_ends_with(str_of(path), STR(".jsonl")) || folder_is(path))
        return error_at(error, MISUSE, place_of(str_of(path)),
                        "only a case file is backed up; a folder or a bundle is copied as it is");
    if (!store_open(path, (struct store_options){STORE_READ, NULL}, &store, error))
        return false;
    bool done = store_copy(store, copy, error);
    store_close(store);
    return done;
}

bool entente_case_backup(const struct entente_backup_options *options, const char *path,
                         const struct entente_bounds *bounds, struct entente_answer **answer,
                         struct entente_error *error)
{
    struct entente_backup_options own;
    struct error inner;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    bool done = own.copy || error_set(&inner, MISUSE, "say the file that the copy is to be");
    if (!done || !copy_case(path, own.copy, &inner))
        return answer_error(&inner, error);
    // What is wrong in the copy was wrong in the case; it is there all the same.
    struct entente_verify_options how = {.size = sizeof how, .form = own.form};
    if (!entente_case_verify(&how, own.copy, bounds, answer, error))
        return false;
    (*answer)->summary =
        arena_print((*answer)->arena, "%s is the case %s as it was just now%s\n", own.copy, path,
                    (*answer)->is_no ? "; what verify finds in it is told" : "");
    return true;
}
