// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/ending.h"

#include <entente/merge.h>

#include <unistd.h>

static const struct option options[] = {
    {"json", NULL, NULL, "print the list of revisions as JSON: kind, point, old, new"},
    {"o", "FILE", NULL, "write to FILE: .docx (tracked changes), .html, .txt, .json"},
    {"author", "NAME", NULL, "who made the new version (default: its file name)"},
    {"date", "DATE", NULL, "date of the tracked changes"},
    {"check", NULL, NULL, "exit 1 when the versions differ"},
    {NULL, NULL, NULL, NULL},
};

static int run(const struct arguments *arguments)
{
    if (arguments->words.count != 2)
        return console_misuse("diff wants two files: OLD NEW");
    const char *path = arguments_value(arguments, "o");
    enum ending ending = path ? ending_of(path) : ENDING_NONE;
    struct entente_diff_options chosen = {
        .size = sizeof chosen,
        .json = arguments_has(arguments, "json") || ending == ENDING_JSON,
        .docx = ending == ENDING_DOCX,
        .html = ending == ENDING_HTML,
        .terminal = ending == ENDING_NONE && isatty(STDOUT_FILENO),
        .author = arguments_value(arguments, "author"),
        .date = arguments_value(arguments, "date"),
    };
    struct entente_file files[2];
    for (size_t i = 0; i < 2; i++)
        if (!console_read(arguments, arguments_word(arguments, i), &files[i]))
            return EXIT_BAD;
    struct entente_bounds bounds = console_bounds();
    struct entente_answer *answer;
    struct entente_error error;
    if (!entente_diff(&chosen, &files[0], &files[1], &bounds, &answer, &error))
        return console_refuse(&error);
    return console_finish(answer, path, arguments_has(arguments, "check"));
}

const struct verb diff_verb = {
    .name = "diff",
    .usage = "OLD NEW",
    .purpose = "Shows what changed between two versions of a text",
    .details = "A revision is what a person would call one change: a wording replaced, a passage "
               "moved, words with another look.",
    .options = options,
    .run = run,
};
