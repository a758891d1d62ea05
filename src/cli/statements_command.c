// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/console.h"

#include <entente/reading.h>

static const struct option options[] = {
    {"json", NULL, NULL, "print JSON"},
    {"proposal", NULL, NULL,
     "print what `entente statement CASE -` takes, to be looked through first"},
    {"date", "DATE", NULL, "the report's date, where it does not say: 2025-12-21"},
    {"o", "FILE", NULL, "write to FILE"},
    {NULL, NULL, NULL, NULL},
};

static int run(const struct arguments *arguments)
{
    size_t count = arguments->words.count;
    if (count == 0)
        return console_misuse("statements wants a report to read; see entente help statements");
    struct entente_file *files = ARENA_ARRAY(arguments->arena, struct entente_file, count);
    for (size_t i = 0; i < count; i++)
        if (!console_read(arguments, arguments_word(arguments, i), &files[i]))
            return EXIT_BAD;
    struct entente_statements_options chosen = {sizeof chosen, arguments_has(arguments, "json"),
                                                arguments_value(arguments, "date"),
                                                arguments_has(arguments, "proposal")};
    struct entente_bounds bounds = console_bounds();
    struct entente_answer *answer;
    struct entente_error error;
    if (!entente_statements(&chosen, files, count, &bounds, &answer, &error))
        return console_refuse(&error);
    return console_finish(answer, arguments_value(arguments, "o"), false);
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
    .run = run,
};
