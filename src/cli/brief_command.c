// SPDX-License-Identifier: Apache-2.0
#include "cli/case_console.h"
#include "cli/commands.h"
#include "cli/ending.h"

static const struct option options[] = {
    CASE_VIEW_OPTIONS,
    CASE_AS_OF_OPTION,
    CASE_JSON_OPTION,
    {"steps", "FILE", NULL, "confirmed steps and limits (default: those of the case)"},
    {"scenario", "FILE", NULL, "who could accept what, for the packages"},
    {"before", "FILE", NULL, "the scenario before the latest change: nearer or farther"},
    {"from", "DATE", NULL, "next steps from this date on"},
    {"check", NULL, NULL, "exit 1 when time limits contradict or no package is acceptable"},
    {"o", "FILE", NULL, "write to FILE: .html .docx .md .txt .json"},
    {.name = NULL},
};

static enum entente_brief_form form_of(const struct arguments *arguments)
{
    const char *path = arguments_value(arguments, "o");
    if (arguments_has(arguments, "json"))
        return ENTENTE_BRIEF_JSON;
    switch (path ? ending_of(path) : ENDING_NONE) {
    case ENDING_DOCX:
        return ENTENTE_BRIEF_DOCX;
    case ENDING_HTML:
        return ENTENTE_BRIEF_HTML;
    case ENDING_MARKDOWN:
        return ENTENTE_BRIEF_MARKDOWN;
    case ENDING_JSON:
        return ENTENTE_BRIEF_JSON;
    case ENDING_NONE:
    case ENDING_TEXT:
    case ENDING_OTHER:
        break;
    }
    return ENTENTE_BRIEF_TEXT;
}

// Reads the file of an option, if it was given.
static bool read_option(const struct arguments *arguments, const char *name,
                        struct entente_file *file, const struct entente_file **chosen)
{
    const char *path = arguments_value(arguments, name);
    *chosen = path ? file : NULL;
    return !path || console_read(arguments, path, file);
}

static int run(const struct arguments *arguments)
{
    struct entente_case *handle;
    struct entente_answer *answer;
    struct entente_error error;
    struct entente_file files[3];
    struct entente_brief_options chosen = {.size = sizeof chosen,
                                           .form = form_of(arguments),
                                           .from = arguments_value(arguments, "from")};
    const char *path = arguments_value(arguments, "o");
    int code;
    if (path && ending_of(path) == ENDING_OTHER)
        return console_misuse("a brief is written as .html, .docx, .md, .txt or .json, not as %s",
                              path);
    if (!read_option(arguments, "steps", &files[0], &chosen.steps) ||
        !read_option(arguments, "scenario", &files[1], &chosen.scenario) ||
        !read_option(arguments, "before", &files[2], &chosen.before))
        return EXIT_BAD;
    if (!case_open(arguments, &handle, &code))
        return code;
    struct entente_bounds bounds = console_bounds();
    if (entente_case_brief(&chosen, handle, &bounds, &answer, &error))
        code = console_finish(answer, path, arguments_has(arguments, "check"));
    else
        code = console_refuse(&error);
    entente_case_close(handle);
    return code;
}

const struct verb brief_verb = {
    .name = "brief",
    .usage = "CASE",
    .purpose = "Says where the talks stand: text, time, packages and record, on one page",
    .details = "CASE is a case file or a folder. What is not known or not weighed is said.",
    .options = options,
    .run = run,
};
