// SPDX-License-Identifier: Apache-2.0
#include "verbs/case_request.h"
#include "verbs/each_verb.h"

static const struct form forms[] = {
    {"txt|key", ENTENTE_SHOW_TEXT, NULL}, // show CASE key NAME prints a key to keep
    {"md|markdown", ENTENTE_SHOW_MARKDOWN, NULL},
    {"html|htm", ENTENTE_SHOW_HTML, NULL},
    {"docx", ENTENTE_SHOW_DOCX, NULL},
    {"json", ENTENTE_SHOW_JSON, NULL},
    {"csv", ENTENTE_SHOW_CSV, NULL},
    {"xlsx", ENTENTE_SHOW_XLSX, NULL},
    {NULL, 0, NULL},
};

static enum entente_show_form form_of(const struct request *request)
{
    return request_has(request, "json") ? ENTENTE_SHOW_JSON
                                        : (enum entente_show_form)request->form->value;
}

static bool show(struct request *request, struct entente_case *handle, const void *what,
                 struct entente_answer **answer)
{
    struct entente_bounds bounds = request_bounds(request);
    struct entente_show_options options = {.size = sizeof options,
                                           .form = form_of(request),
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
    CASE_VIEW_OPTIONS,
    CASE_AS_OF_OPTION,
    CASE_JSON_OPTION,
    {"o", OPTION_OUTPUT, "FILE", NULL, "write to FILE: .txt .md .html .docx .json .csv .xlsx"},
    {.name = NULL},
};

const struct verb show_verb = {
    .name = "show",
    .usage = "CASE [KIND [ID]]",
    .purpose = "Shows what is in a case: all of it, a kind, or one item",
    .options = options,
    .inputs = {INPUT_CASE, INPUT_NAME},
    .forms = forms,
    .run = run_show,
};
