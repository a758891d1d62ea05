// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/console.h"

#include <entente/reading.h>

static const struct option options[] = {
    {"json", NULL, NULL, "print JSON"},
    {"date", "DATE", NULL, "the text's own date, where it does not say: 2015-02-12"},
    {"o", "FILE", NULL, "write to FILE"},
    {NULL, NULL, NULL, NULL},
};

static int run(const struct arguments *arguments)
{
    size_t count = arguments->words.count;
    if (count == 0)
        return console_misuse("limits wants a text to read; see entente help limits");
    struct entente_file *files = ARENA_ARRAY(arguments->arena, struct entente_file, count);
    for (size_t i = 0; i < count; i++)
        if (!console_read(arguments, arguments_word(arguments, i), &files[i]))
            return EXIT_BAD;
    struct entente_limits_options chosen = {sizeof chosen, arguments_has(arguments, "json"),
                                            arguments_value(arguments, "date")};
    struct entente_bounds bounds = console_bounds();
    struct entente_answer *answer;
    struct entente_error error;
    if (!entente_limits(&chosen, files, count, &bounds, &answer, &error))
        return console_refuse(&error);
    return console_finish(answer, arguments_value(arguments, "o"), false);
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
    .run = run,
};
