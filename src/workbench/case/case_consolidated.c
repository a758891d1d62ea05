// SPDX-License-Identifier: Apache-2.0
// The consolidated text of one document of a case.
#include "workbench/case/case.h"
#include "workbench/case/case_taken.h"
#include "workbench/door.h"
#include "workbench/text/merge_read_as.h"

static bool gather(struct casefile *casefile, struct str document, struct arena *arena,
                   struct drafts_taken *text, struct error *error)
{
    const struct item *base;
    struct list current;
    if (!case_document_drafts(casefile, document, arena, &base, &current, error))
        return false;
    if (!base || current.count == 0)
        return error_set(error, NOT_FOUND, "%.*s has no %s yet, so there is nothing to merge",
                         STR_ARGS(document), base ? "party's draft" : "base");
    return case_drafts_take(casefile, base, &current, NULL, arena, text, error);
}

// They were held against their base when they were entered.
static bool merge(const struct entente_case_text_options *options, const struct drafts_taken *text,
                  const struct entente_bounds *bounds, struct entente_answer **answer,
                  struct entente_error *error)
{
    struct entente_merge_options merged;
    if (!DOOR_TAKE(options->merged, &merged, error))
        return false;
    merged.size = sizeof merged;
    merged.any_base = true;
    return merge_read_as(&merged, &text->base, text->drafts, text->count, text->manners, bounds,
                         answer, error);
}

bool entente_case_text(const struct entente_case_text_options *options, struct entente_case *handle,
                       const struct entente_bounds *bounds, struct entente_answer **answer,
                       struct entente_error *error)
{
    struct entente_case_text_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    struct error inner;
    struct drafts_taken text;
    struct arena *arena = arena_open();
    bool done = case_reads_on(handle, &inner) &&
                gather(handle->casefile, str_of(own.document), arena, &text, &inner);
    if (done) {
        done = merge(&own, &text, bounds, answer, error);
        arena_close(arena);
        return done;
    }
    arena_close(arena);
    return case_finish(false, answer_new(), answer, &inner, error);
}
