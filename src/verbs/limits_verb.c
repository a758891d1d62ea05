// SPDX-License-Identifier: Apache-2.0
#include "verbs/each_verb.h"
#include "verbs/request.h"

#include <entente/reading.h>

static const struct option options[] = {
    {"json", OPTION_FLAG, NULL, NULL, "print JSON"},
    {"date", OPTION_DATE, "DATE", NULL, "the text's own date, where it does not say: 2015-02-12"},
    {"o", OPTION_OUTPUT, "FILE", NULL, "write to FILE"},
    {.name = NULL},
};

static const struct form forms[] = {{"txt", false, NULL}, {"json", true, NULL}, {NULL, 0, NULL}};

static bool run(struct request *request)
{
    size_t count = request->words.count;
    if (count == 0)
        return request_misuse(request, "limits wants a text to read; see entente help limits");
    struct entente_file *files = ARENA_ARRAY(request->arena, struct entente_file, count);
    if (!request_read_words(request, 0, files))
        return false;
    struct entente_limits_options chosen = {
        .size = sizeof chosen,
        .json = request->form->value,
        .date = request_value(request, "date"),
    };
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    bool done = entente_limits(&chosen, files, count, &bounds, &answer, &request->error);
    return request_done(request, done, answer, false);
}

const struct verb limits_verb = {
    .name = "limits",
    .usage = "FILE…",
    .purpose = "Finds the time limits in an agreement",
    .details =
        "Prints every time limit with its place, its bounds, the step it limits and the event it "
        "counts from. A vague term (promptly) is listed as open and never given a number; a date "
        "that only names another document is no limit. A proposal for a person to confirm.",
    .options = options,
    .inputs = {INPUT_FILE},
    .forms = forms,
    .run = run,
};
