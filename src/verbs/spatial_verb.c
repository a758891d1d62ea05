// SPDX-License-Identifier: Apache-2.0
#include "verbs/each_verb.h"
#include "verbs/request.h"

#include <entente/spatial.h>

static const struct option options[] = {
    {"challenge", OPTION_FLAG, NULL, NULL,
     "Plays the challenge model too: who gives way to whom, round by round"},
    {"json", OPTION_FLAG, NULL, NULL, "Writes the whole answer as JSON"},
    {"o", OPTION_OUTPUT, "FILE", NULL, "Writes to a file; .html and .json say what"},
    {.name = NULL},
};

static const struct form forms[] = {{"txt", ENTENTE_SPATIAL_TEXT, NULL},
                                    {"html|htm", ENTENTE_SPATIAL_HTML, NULL},
                                    {"json", ENTENTE_SPATIAL_JSON, NULL},
                                    {NULL, 0, NULL}};

static bool run(struct request *request)
{
    const char *path = request_word(request, 0);
    if (!path || request->words.count > 1)
        return request_misuse(request,
                              "spatial wants one table of actors; see entente help spatial");
    struct entente_file table;
    if (!request_read(request, path, &table))
        return false;
    struct entente_spatial_options chosen = {
        .size = sizeof chosen,
        .form = (enum entente_spatial_form)request->form->value,
        .challenge = request_has(request, "challenge"),
    };
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    bool done = entente_spatial(&chosen, &table, &bounds, &answer, &request->error);
    return request_done(request, done, answer, false);
}

const struct verb spatial_verb = {
    .name = "spatial",
    .usage = "ACTORS",
    .purpose = "Says which position a weighted majority would keep",
    .details =
        "ACTORS is a table: .csv, .xlsx or .ods. It has a row for each actor, or for each actor "
        "and issue: influence (or "
        "capability), position and salience. "
        "Each counts with influence times salience for what is nearer to it. Prints the weighted "
        "median and mean, the votes between positions, and what change of one actor would move "
        "the median. With --challenge, the expected utility model of political forecasting "
        "besides, in real numbers shown to fixed places.",
    .options = options,
    .inputs = {INPUT_FILE},
    .forms = forms,
    .run = run,
};
