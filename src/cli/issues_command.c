// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/console.h"

#include <entente/merge.h>

static int run(const struct arguments *arguments)
{
    const char *path = arguments_word(arguments, 0);
    if (!path || arguments_word(arguments, 1))
        return console_misuse("issues wants one merged file; see entente help issues");
    struct entente_file file;
    struct entente_issues_options chosen = {
        .size = sizeof chosen,
        .skip_timetable = arguments_has(arguments, "no-timetable"),
    };
    struct entente_bounds bounds = console_bounds();
    struct entente_answer *answer;
    struct entente_error error;
    if (!console_read(arguments, path, &file))
        return EXIT_BAD;
    if (!entente_issues(&chosen, &file, &bounds, &answer, &error))
        return console_refuse(&error);
    return console_finish(answer, arguments_value(arguments, "o"), false);
}

static const struct option options[] = {
    {"no-timetable", NULL, NULL, "do not look for wordings whose time limits contradict"},
    {"o", "FILE", NULL, "write to FILE"},
    {NULL, NULL, NULL, NULL},
};

const struct verb issues_verb = {
    .name = "issues",
    .usage = "MERGED",
    .purpose = "Makes the open slots of a merged text the issues of a scenario",
    .details = "The scenario is JSON to be edited: put in what each option is worth to each party, "
               "the reserves, red lines and rules. Options whose time limits contradict are "
               "forbidden together already, with the clauses quoted. Then bargain weighs it, and "
               "view --package writes the text of a package.",
    .options = options,
    .run = run,
};
