// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/console.h"

#include <entente/bargain.h>

static int run_bargain(const struct arguments *arguments)
{
    const char *path = arguments_word(arguments, 0);
    if (!path || arguments_word(arguments, 1))
        return console_misuse("bargain takes one scenario; see entente help bargain");
    struct entente_file file;
    if (!console_read(arguments, path, &file))
        return EXIT_BAD;
    struct entente_bargain_options options = {
        .form = arguments_has(arguments, "json") ? ENTENTE_BARGAIN_JSON : ENTENTE_BARGAIN_TEXT};
    struct entente_bounds bounds = console_bounds();
    struct entente_answer *answer;
    struct entente_error error;
    if (!entente_bargain(&options, &file, &bounds, &answer, &error))
        return console_refuse(&error);
    return console_finish(answer, arguments_value(arguments, "o"), false);
}

static const struct option bargain_options[] = {
    {"json", NULL, NULL, "Writes the whole answer as JSON"},
    {"o", "FILE", NULL, "Writes to a file instead of standard output"},
    {NULL, NULL, NULL, NULL},
};

const struct verb bargain_verb = {
    .name = "bargain",
    .usage = "SCENARIO",
    .purpose = "Says what everyone could accept, exactly",
    .options = bargain_options,
    .run = run_bargain,
};
