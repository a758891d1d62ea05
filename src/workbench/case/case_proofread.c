// SPDX-License-Identifier: Apache-2.0
// A document of a case before signature, without what has been accepted as it is.
#include "base/list.h"
#include "codec/json.h"
#include "workbench/case/case.h"
#include "workbench/door.h"
#include "workbench/text/proofread_file.h"

#include <entente/case.h>
#include <entente/merge.h>

// Whether the viewer is among those who accept it: nobody named, it is everybody.
static bool accepts(const struct json *finding, struct str viewer)
{
    const struct json *by = json_member(finding, "by");
    if (!by || by->count == 0)
        return true;
    for (size_t i = 0; i < by->count; i++)
        if (str_equal(by->items[i].text, viewer))
            return true;
    return false;
}

static struct list accepted_of(const struct casefile *casefile, struct str document,
                               struct arena *arena)
{
    struct list accepted = LIST_MAKE(arena, struct proof_accepted);
    const struct list items = items_in_any_order(&casefile->items, "finding", arena);
    for (size_t i = 0; i < items.count; i++) {
        const struct json *finding = (*LIST_AT(&items, const struct item *, i))->value;
        struct str of = json_text(finding, "document");
        if ((of.length == 0 || str_equal(of, document)) && accepts(finding, casefile->view.viewer))
            *LIST_ADD(&accepted, struct proof_accepted) =
                (struct proof_accepted){json_text(finding, "check"), json_text(finding, "quote"),
                                        json_text(finding, "point")};
    }
    return accepted;
}

// The consolidated text as JSON, which every check reads.
static bool consolidated(struct entente_case *handle, const char *document,
                         const struct entente_bounds *bounds, struct entente_answer **text,
                         struct entente_error *error)
{
    const struct entente_merge_options merged = {.size = sizeof merged, .form = ENTENTE_JSON};
    const struct entente_case_text_options options = {
        .size = sizeof options, .document = document, .merged = &merged};
    return entente_case_text(&options, handle, bounds, text, error);
}

bool entente_case_proofread(const struct entente_case_proofread_options *options,
                            struct entente_case *handle, const struct entente_bounds *bounds,
                            struct entente_answer **answer, struct entente_error *error)
{
    struct entente_case_proofread_options own;
    struct entente_proofread_options shown;
    struct entente_answer *text;
    if (!DOOR_TAKE(options, &own, error) || !DOOR_TAKE(own.shown, &shown, error) ||
        !door_bounds(bounds, error) || !consolidated(handle, own.document, bounds, &text, error))
        return false;
    struct arena *arena = arena_open();
    struct list accepted = accepted_of(handle->casefile, str_of(own.document), arena);
    struct entente_file file = {.name = own.document};
    file.bytes = entente_answer_output(text, &file.length);
    const struct proof_task task = {.options = &shown,
                                    .file = &file,
                                    .accepted = LIST_ITEMS(&accepted, struct proof_accepted),
                                    .accepted_count = accepted.count};
    bool done = proofread_file(&task, bounds, answer, error);
    arena_close(arena);
    entente_answer_free(text);
    return done;
}
