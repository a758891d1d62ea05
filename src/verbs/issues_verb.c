// SPDX-License-Identifier: Apache-2.0
#include "verbs/each_verb.h"
#include "verbs/request.h"

#include <entente/merge.h>

static const struct form forms[] = {
    {"json", ENTENTE_ISSUES_JSON, NULL},     {"txt", ENTENTE_ISSUES_TEXT, NULL},
    {"html|htm", ENTENTE_ISSUES_HTML, NULL}, {"md|markdown", ENTENTE_ISSUES_MARKDOWN, NULL},
    {"docx", ENTENTE_ISSUES_DOCX, NULL},     {"csv", ENTENTE_ISSUES_CSV, NULL},
    {"xlsx", ENTENTE_ISSUES_XLSX, NULL},     {NULL, 0, NULL}};

static bool run(struct request *request)
{
    const char *path = request_word(request, 0);
    if (!path || request_word(request, 1))
        return request_misuse(request, "issues wants one merged file; see entente help issues");
    struct entente_file file;
    struct entente_issues_options chosen = {
        .size = sizeof chosen,
        .skip_timetable = request_has(request, "no-timetable"),
        .form = (enum entente_issues_form)request->form->value,
    };
    if (!request_read(request, path, &file))
        return false;
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    bool done = entente_issues(&chosen, &file, &bounds, &answer, &request->error);
    return request_done(request, done, answer, false);
}

static const struct option options[] = {
    {"no-timetable", OPTION_FLAG, NULL, NULL,
     "do not look for wordings whose time limits contradict"},
    {"o", OPTION_OUTPUT, "FILE", NULL,
     "write to FILE: .json .xlsx .csv to be filled in and weighed; .txt .md .html .docx to be "
     "read"},
    {.name = NULL},
};

const struct verb issues_verb = {
    .name = "issues",
    .usage = "MERGED",
    .purpose = "Makes the open slots of a merged text the issues of a scenario",
    .details =
        "The scenario is JSON or a table (.xlsx, .csv) to be edited: put in what each "
        "option is worth to each party, "
        "the reserves, red lines and rules. Options whose time limits contradict are "
        "forbidden together already, with the clauses quoted; shares and totals that stand open in "
        "several places are linked by a sum. Then bargain weighs it, and "
        "view --package writes the text of a package.",
    .options = options,
    .inputs = {INPUT_FILE},
    .forms = forms,
    .run = run,
};
