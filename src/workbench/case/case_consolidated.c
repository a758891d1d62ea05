// SPDX-License-Identifier: Apache-2.0
// The consolidated text of one document of a case.
#include "workbench/case/case.h"
#include "workbench/case/case_drafts.h"
#include "workbench/case/case_matches.h"
#include "workbench/door.h"
#include "workbench/text/merge_read_as.h"

// The drafts that count, as merge takes them.
struct case_consolidated {
    struct entente_file base;
    struct entente_draft *drafts;
    struct draft_manner *manners; // by draft
    size_t count;
};

static bool gather(struct casefile *casefile, struct str document, struct arena *arena,
                   struct case_consolidated *text, struct error *error)
{
    const struct item *base;
    struct list current;
    if (!items_find(&casefile->items, "document", document))
        return error_set(error, NOT_FOUND, "the case has no document \"%.*s\" that you may see",
                         STR_ARGS(document));
    case_drafts(&casefile->open, document, NULL, arena, &base, &current);
    if (!base || current.count == 0)
        return error_set(error, NOT_FOUND, "%.*s has no %s yet, so there is nothing to merge",
                         STR_ARGS(document), base ? "party's draft" : "base");
    text->drafts = ARENA_ARRAY(arena, struct entente_draft, current.count);
    text->manners = ARENA_ARRAY(arena, struct draft_manner, current.count);
    for (size_t i = 0; i < current.count; i++) {
        const struct current_draft *each = LIST_AT(&current, struct current_draft, i);
        struct entente_draft *draft = &text->drafts[text->count];
        text->manners[text->count++] = case_draft_manner(&casefile->open, NULL, each->draft, arena);
        draft->party = arena_c_string(arena, each->party);
        if (!case_draft_file(casefile, each->draft, arena, &draft->file, error))
            return false;
    }
    return case_draft_file(casefile, base, arena, &text->base, error);
}

// They were held against their base when they were entered.
static bool merge(const struct entente_case_text_options *options,
                  const struct case_consolidated *text, const struct entente_bounds *bounds,
                  struct entente_answer **answer, struct entente_error *error)
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
    struct case_consolidated text = {.count = 0};
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
