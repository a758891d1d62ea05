// SPDX-License-Identifier: Apache-2.0
#include "verbs/case_request.h"
#include "verbs/each_verb.h"

static const struct option options[] = {
    CASE_VIEW_OPTIONS,
    CASE_AS_OF_OPTION,
    CASE_JSON_OPTION,
    {"steps", OPTION_FILE, "FILE", NULL, "confirmed steps and limits (default: those of the case)"},
    {"scenario", OPTION_FILE, "FILE", NULL, "who could accept what, for the packages"},
    {"before", OPTION_FILE, "FILE", NULL,
     "the scenario before the latest change: nearer or farther"},
    {"from", OPTION_DATE, "DATE", NULL, "next steps from this date on"},
    {"check", OPTION_FLAG, NULL, NULL,
     "exit 1 when time limits contradict or no package is acceptable"},
    {"o", OPTION_OUTPUT, "FILE", NULL, "write to FILE: .html .docx .md .txt .json"},
    {.name = NULL},
};

static const struct form forms[] = {
    {"txt", ENTENTE_BRIEF_TEXT, NULL},  {"html|htm", ENTENTE_BRIEF_HTML, NULL},
    {"docx", ENTENTE_BRIEF_DOCX, NULL}, {"md|markdown", ENTENTE_BRIEF_MARKDOWN, NULL},
    {"json", ENTENTE_BRIEF_JSON, NULL}, {NULL, 0, NULL},
};

static bool weigh(struct request *request, struct entente_case *handle, const void *what,
                  struct entente_answer **answer)
{
    struct entente_bounds bounds = request_bounds(request);
    return entente_case_brief(what, handle, &bounds, answer, &request->error);
}

static bool run(struct request *request)
{
    struct entente_file files[3];
    struct entente_brief_options chosen = {
        .size = sizeof chosen,
        .form = (enum entente_brief_form)request->form->value,
        .from = request_value(request, "from"),
    };
    if (!request_read_option(request, "steps", &files[0], &chosen.steps) ||
        !request_read_option(request, "scenario", &files[1], &chosen.scenario) ||
        !request_read_option(request, "before", &files[2], &chosen.before) ||
        !case_answer(request, weigh, &chosen))
        return false;
    request->no_is_failure = request_has(request, "check");
    return true;
}

const struct verb brief_verb = {
    .name = "brief",
    .usage = "CASE",
    .purpose = "Says where the talks stand: text, time, packages and record, on one page",
    .details = "CASE is a case file or a folder. What is not known or not weighed is said.",
    .options = options,
    .inputs = {INPUT_CASE, INPUT_NAME},
    .forms = forms,
    .run = run,
};
