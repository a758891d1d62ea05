// SPDX-License-Identifier: Apache-2.0
#include "verbs/case_request.h"
#include "verbs/each_verb.h"

static bool run_init(struct request *request)
{
    const char *path = request_word(request, 0);
    const char *id = request_value(request, "id");
    struct entente_act act;
    struct entente_init_options chosen = {.size = sizeof chosen};
    if (!path || request->words.count != 1)
        return request_misuse(request,
                              "say one file to make: entente init talks.entente --title TITLE");
    if (!request_has(request, "title"))
        return request_misuse(request, "say what the talks are called: --title TITLE");
    if (!case_act(request, &act))
        return false;
    chosen.case_id = id ? id : case_new_name(request, &act);
    chosen.fields = case_fields(request, &chosen.count);
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    bool done = entente_case_init(&chosen, path, &act, &bounds, &answer, &request->error);
    return request_done(request, done, answer, true);
}

static const struct option options[] = {
    {"title", OPTION_TEXT, "TEXT", NULL, "what the talks are called"},
    {"summary", OPTION_TEXT, "TEXT", NULL, "what they are about"},
    {"place", OPTION_TEXT, "TEXT", NULL, "where they are held"},
    {"started", OPTION_DATE, "DATE", NULL, "their first day"},
    {"languages", OPTION_TEXT, "LIST", NULL, "languages of the texts"},
    {"id", OPTION_TEXT, "ID", NULL, "the case's name in signed checkpoints; default: random"},
    {"now", OPTION_TEXT, "TIME", NULL,
     "the time of the act, 2025-12-20T10:00:00Z; default: the clock"},
    {"seed", OPTION_TEXT, "HEX", NULL,
     "64 hex digits in place of fresh randomness, to repeat a test"},
    {.name = NULL},
};

const struct verb init_verb = {
    .name = "init",
    .usage = "FILE --title TITLE",
    .purpose = "Makes a new case file",
    .options = options,
    .inputs = {NEW_CASE, INPUT_NAME},
    .run = run_init,
};
