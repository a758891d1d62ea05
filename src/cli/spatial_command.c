// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/ending.h"

#include <entente/spatial.h>

static const struct option options[] = {
    {"challenge", NULL, NULL,
     "Plays the challenge model too: who gives way to whom, round by round"},
    {"json", NULL, NULL, "Writes the whole answer as JSON"},
    {"o", "FILE", NULL, "Writes to a file; .html and .json say what"},
    {NULL, NULL, NULL, NULL},
};

// --json, or what the ending of -o says.
static enum entente_spatial_form form_of(const struct arguments *arguments)
{
    enum ending ending = ending_of(arguments_value(arguments, "o"));
    if (arguments_has(arguments, "json") || ending == ENDING_JSON)
        return ENTENTE_SPATIAL_JSON;
    return ending == ENDING_HTML ? ENTENTE_SPATIAL_HTML : ENTENTE_SPATIAL_TEXT;
}

static int run(const struct arguments *arguments)
{
    const char *path = arguments_word(arguments, 0);
    if (!path || arguments->words.count > 1)
        return console_misuse("spatial wants one table of actors; see entente help spatial");
    struct entente_file table;
    if (!console_read(arguments, path, &table))
        return EXIT_BAD;
    struct entente_spatial_options chosen = {.size = sizeof chosen,
                                             .form = form_of(arguments),
                                             .challenge = arguments_has(arguments, "challenge")};
    struct entente_bounds bounds = console_bounds();
    struct entente_answer *answer;
    struct entente_error error;
    if (!entente_spatial(&chosen, &table, &bounds, &answer, &error))
        return console_refuse(&error);
    return console_finish(answer, arguments_value(arguments, "o"), false);
}

const struct verb spatial_verb = {
    .name = "spatial",
    .usage = "ACTORS.csv",
    .purpose = "Says which position a weighted majority would keep",
    .details =
        "The table has a row for each actor, or for each actor and issue: influence (or "
        "capability), position and salience. "
        "Each counts with influence times salience for what is nearer to it. Prints the weighted "
        "median and mean, the votes between positions, and what change of one actor would move "
        "the median. With --challenge, the expected utility model of political forecasting "
        "besides, in real numbers shown to fixed places.",
    .options = options,
    .run = run,
};
