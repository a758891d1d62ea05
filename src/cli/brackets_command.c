// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/console.h"

#include <entente/brackets.h>

static int run_brackets(const struct arguments *arguments)
{
    const char *path = arguments_word(arguments, 0);
    if (!path || arguments_word(arguments, 1))
        return console_misuse("brackets wants one file; see entente help brackets");
    struct entente_file file;
    if (!console_read(arguments, path, &file))
        return EXIT_BAD;
    struct entente_brackets_options options = {
        .form = arguments_has(arguments, "json") ? ENTENTE_BRACKETS_JSON : ENTENTE_BRACKETS_REPORT,
        .parties = arguments_value(arguments, "parties"),
    };
    struct entente_bounds bounds = console_bounds();
    struct entente_answer *answer;
    struct entente_error error;
    if (!entente_brackets(&options, &file, &bounds, &answer, &error))
        return console_refuse(&error);
    return console_finish(answer, arguments_value(arguments, "o"),
                          arguments_has(arguments, "check"));
}

static const struct option brackets_options[] = {
    {"json", NULL, NULL, "Everything as JSON (entente-brackets/1)"},
    {"parties", "LIST", NULL,
     "The parties' codes: US,AU=Australia; else they are found in the text"},
    {"check", NULL, NULL, "Exit 1 when a bracket is unmatched or mis-nested"},
    {"o", "FILE", NULL, "Writes to a file instead of the terminal"},
    {0},
};

const struct verb brackets_verb = {
    .name = "brackets",
    .usage = "FILE",
    .purpose = "Reads a text that others have bracketed: slots, parties, options, blanks, faults",
    .details =
        "FILE is Markdown, .docx or plain text. Brackets are counted as characters, line and "
        "column from 1; a text is never refused for what stands in its brackets.",
    .options = brackets_options,
    .run = run_brackets,
};
