// SPDX-License-Identifier: Apache-2.0
// cases: what a database has.
#include "verbs/case_request.h"
#include "verbs/each_verb.h"

static bool run_cases(struct request *request)
{
    const char *place = request_word(request, 0);
    struct entente_case_list_options options = {
        .size = sizeof options,
        .form = request_has(request, "json") ? ENTENTE_CASE_JSON : ENTENTE_CASE_TEXT};
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    if (!place)
        return request_misuse(request, "say the database: entente cases postgres://host/database");
    bool done = entente_case_list(&options, place, &bounds, &answer, &request->error);
    return request_done(request, done, answer, true);
}

static const struct option cases_options[] = {CASE_JSON_OPTION, {.name = NULL}};

const struct verb cases_verb = {
    .name = "cases",
    .usage = "postgres://HOST/DATABASE",
    .purpose = "Lists the cases of a database that you may open",
    .details = "Of a case that you may write to it says who else may open it.",
    .options = cases_options,
    .inputs = {INPUT_NAME},
    .run = run_cases,
};
