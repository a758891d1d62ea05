// SPDX-License-Identifier: Apache-2.0
#include "verbs/each_verb.h"
#include "verbs/request.h"

#include <entente/reading.h>

static const struct option options[] = {
    {"json", OPTION_FLAG, NULL, NULL, "print JSON"},
    {"proposal", OPTION_FLAG, NULL, NULL,
     "print what `entente statement CASE -` takes, to be looked through first"},
    {"date", OPTION_DATE, "DATE", NULL, "the report's date, where it does not say: 2025-12-21"},
    {"o", OPTION_OUTPUT, "FILE", NULL, "write to FILE"},
    {.name = NULL},
};

static const struct form forms[] = {
    {"txt", false, NULL}, {"json", true, NULL}, {"json", true, "proposal"}, {NULL, 0, NULL}};

static bool run(struct request *request)
{
    size_t count = request->words.count;
    if (count == 0)
        return request_misuse(request,
                              "statements wants a report to read; see entente help statements");
    struct entente_file *files = ARENA_ARRAY(request->arena, struct entente_file, count);
    if (!request_read_words(request, 0, files))
        return false;
    struct entente_statements_options chosen = {
        .size = sizeof chosen,
        .json = request->form->value,
        .date = request_value(request, "date"),
        .proposal = request_has(request, "proposal"),
    };
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    bool done = entente_statements(&chosen, files, count, &bounds, &answer, &request->error);
    return request_done(request, done, answer, false);
}

const struct verb statements_verb = {
    .name = "statements",
    .usage = "FILE…",
    .purpose = "Finds who said what in a news report",
    .details = "Lists each statement with speaker, capacity, date, place, addressee or channel, "
               "whether it is "
               "quoted or reported, and where it stands; persons with their roles, bodies, "
               "meetings and their "
               "format, documents. A proposal for a person to confirm, nothing is recorded.",
    .options = options,
    .inputs = {INPUT_FILE},
    .forms = forms,
    .run = run,
};
