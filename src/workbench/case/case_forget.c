// SPDX-License-Identifier: Apache-2.0
// What must be forgotten goes, and the record says that it did.
#include "base/checked.h"
#include "casefile/forget.h"
#include "render/case/record_forms.h"
#include "workbench/case/case.h"
#include "workbench/door.h"

// "party:UA/3"
static bool read_place(struct str place, struct forget_what *what, struct error *error)
{
    size_t slash = place.length;
    int64_t at;
    while (slash > 0 && place.bytes[slash - 1] != '/')
        slash--;
    if (slash < 2 || !checked_parse(str_skip(place, slash), &at) || at < 0)
        return error_set(error, MISUSE, "\"%.*s\" is no entry of a log, such as party:UA/3",
                         STR_ARGS(str_slice(place, 0, 80)));
    what->audience = str_slice(place, 0, slash - 1);
    what->at = (uint64_t)at; // not below zero
    return true;
}

static bool read_what(const struct entente_forgetting *forgetting, struct forget_what *what,
                      struct error *error)
{
    *what = (struct forget_what){.kind = str_of(forgetting->kind), .id = str_of(forgetting->id)};
    if (what->kind.length > 0 && what->id.length > 0 && !forgetting->entry)
        return true;
    if (what->kind.length > 0 || what->id.length > 0 || !forgetting->entry)
        return error_set(error, MISUSE,
                         "say what is to be forgotten: the kind and the id of an item, or an entry "
                         "of a closed log");
    return read_place(str_of(forgetting->entry), what, error);
}

static void tell(const struct acting *acting, const struct forget_done *done_so, bool is_clean,
                 struct entente_answer *made)
{
    struct list taken = LIST_MAKE(made->arena, struct forget_entry);
    for (size_t i = 0; i < done_so->taken.count; i++) {
        const struct forgotten *gone = LIST_AT(&done_so->taken, struct forgotten, i);
        *LIST_ADD(&taken, struct forget_entry) =
            (struct forget_entry){arena_copy(made->arena, gone->audience), gone->at, gone->told_at};
    }
    struct forget_answer told = {.case_name = acting->case_name,
                                 .taken = LIST_ITEMS(&taken, struct forget_entry),
                                 .taken_count = taken.count,
                                 .file_count = done_so->file_count,
                                 .is_clean = is_clean};
    made->output = forget_json(&told, made->arena);
    made->summary = forget_text(&told, made->arena);
}

static bool forget(struct entente_case *handle, const struct entente_forgetting *forgetting,
                   const struct entente_act *frame, struct entente_answer *made,
                   struct error *error)
{
    struct acting acting;
    struct forget_what what;
    struct forget_done done_so;
    struct error unclean;
    if (!read_what(forgetting, &what, error) ||
        !acting_begin(handle, FORGETTING_ACT, frame, &acting, error))
        return false;
    if (!casefile_forget(acting.casefile, &acting.act, frame->seed, &what, &done_so, error) ||
        !casefile_commit(acting.casefile, error)) {
        casefile_rollback(acting.casefile);
        return false;
    }
    bool is_clean = false;
    is_clean = store_scrub(acting.casefile->store, &is_clean, &unclean) && is_clean;
    tell(&acting, &done_so, is_clean, made);
    return true;
}

bool entente_case_forget(const struct entente_forgetting *forgetting, struct entente_case *handle,
                         const struct entente_act *act, const struct entente_bounds *bounds,
                         struct entente_answer **answer, struct entente_error *error)
{
    struct entente_forgetting own;
    struct entente_act frame;
    if (!DOOR_TAKE(forgetting, &own, error) || !case_frame(act, &frame, error) ||
        !case_begin(handle, bounds, error))
        return false;
    struct error inner;
    struct entente_answer *made = answer_new();
    return case_end(handle, forget(handle, &own, &frame, made, &inner), made, answer, &inner,
                    error);
}
