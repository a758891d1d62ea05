// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/ending.h"

#include <entente/brackets.h>

#include <string.h>

// A report, unless --json, --as or the ending of -o say otherwise.
static void choose_form(const struct arguments *arguments, struct entente_brackets_options *chosen)
{
    const char *path = arguments_value(arguments, "o");
    const char *as = arguments_value(arguments, "as");
    const char *names = arguments_value(arguments, "names");
    enum ending ending = path ? ending_of(path) : ENDING_NONE;
    chosen->format = format_of(ending);
    chosen->hide_names = names && strcmp(names, "off") == 0;
    chosen->rendering = as                      ? form_named(as)
                        : ending == ENDING_DOCX ? ENTENTE_COLUMNS
                                                : ENTENTE_BRACKETS;
    if (arguments_has(arguments, "json") || (ending == ENDING_JSON && !as))
        chosen->form = ENTENTE_BRACKETS_JSON;
    else if (as || ending == ENDING_HTML || ending == ENDING_MARKDOWN || ending == ENDING_DOCX)
        chosen->form = ENTENTE_BRACKETS_RENDERED;
    else
        chosen->form = ENTENTE_BRACKETS_REPORT;
}

static int run_brackets(const struct arguments *arguments)
{
    const char *path = arguments_word(arguments, 0);
    if (!path || arguments_word(arguments, 1))
        return console_misuse("brackets wants one file; see entente help brackets");
    struct entente_file file;
    if (!console_read(arguments, path, &file))
        return EXIT_BAD;
    struct entente_brackets_options options = {.size = sizeof options,
                                               .parties = arguments_value(arguments, "parties")};
    choose_form(arguments, &options);
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
    {"as", "FORM", FORM_CHOICES, "Shows the slots as a merged text is shown"},
    {"names", "WHEN", "on|off", "Say who holds a wording"},
    {"check", NULL, NULL, "Exit 1 when a bracket is unmatched or mis-nested"},
    {"o", "FILE", NULL,
     "Write to FILE; .html and .md give the text with its slots, .docx columns, .json the JSON"},
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
