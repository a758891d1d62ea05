// SPDX-License-Identifier: Apache-2.0
// Rival texts beside the newest base of a document of a case.
#include "workbench/case/case.h"
#include "workbench/case/case_drafts.h"
#include "workbench/door.h"

#include <entente/counterparts.h>

static bool open_base(struct casefile *casefile, struct str document, struct arena *arena,
                      struct entente_file *file, struct error *error)
{
    const struct item *base;
    struct list current;
    if (!case_document_drafts(casefile, document, arena, &base, &current, error))
        return false;
    if (!base)
        return error_set(error, NOT_FOUND, "%.*s has no base yet to set other texts beside",
                         STR_ARGS(document));
    return case_draft_file(casefile, base, arena, file, error);
}

bool entente_case_counterparts(const struct entente_case_counterparts_options *options,
                               struct entente_case *handle, const struct entente_draft *drafts,
                               size_t draft_count, const struct entente_bounds *bounds,
                               struct entente_answer **answer, struct entente_error *error)
{
    struct entente_case_counterparts_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    struct error inner;
    struct entente_file base;
    struct arena *arena = arena_open();
    bool is_open = case_reads_on(handle, &inner) &&
                   open_base(handle->casefile, str_of(own.document), arena, &base, &inner);
    bool done =
        is_open ? entente_counterparts(own.shown, &base, drafts, draft_count, bounds, answer, error)
                : case_finish(false, answer_new(), answer, &inner, error);
    arena_close(arena);
    return done;
}
