// SPDX-License-Identifier: Apache-2.0
#include "verbs/case_request.h"
#include "verbs/each_verb.h"

static bool show(struct request *request, struct entente_case *handle, const void *what,
                 struct entente_answer **answer)
{
    struct entente_bounds bounds = request_bounds(request);
    struct entente_show_options options = {.size = sizeof options,
                                           .form = case_form(request),
                                           .kind = request_word(request, 1),
                                           .id = request_word(request, 2)};
    (void)what;
    return entente_case_show(&options, handle, &bounds, answer, &request->error);
}

static bool run_show(struct request *request)
{
    return case_answer(request, show, NULL);
}

static const struct option options[] = {
    CASE_VIEW_OPTIONS, CASE_AS_OF_OPTION,
    CASE_JSON_OPTION,  {"o", OPTION_OUTPUT, "FILE", NULL, "write it there"},
    {.name = NULL},
};

const struct verb show_verb = {
    .name = "show",
    .usage = "CASE [KIND [ID]]",
    .purpose = "Shows what is in a case: all of it, a kind, or one item",
    .options = options,
    .inputs = {INPUT_CASE, INPUT_NAME},
    .forms = case_forms,
    .run = run_show,
};
