// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/console.h"

#include <entente/merge.h>

static const struct option options[] = {
    {"party", "NAME", NULL, "the text as this party wants it"},
    {"base", NULL, NULL, "the text with every proposal refused"},
    {"agreed", NULL, NULL, "what all hold; open places stand as […]"},
    {"package", "PACKAGE", NULL,
     "the text with these options taken: 0,2,1 or ISSUE=OPTION for the issues of --scenario; may "
     "be "
     "given again for further issues"},
    {"scenario", "FILE", NULL, "the scenario that issues made from MERGED, edited or not"},
    {"o", "FILE", NULL, "write to FILE"},
    {NULL, NULL, NULL, NULL},
};

static int view_package(const struct arguments *arguments, const struct entente_file *merged)
{
    const char *path = arguments_value(arguments, "scenario");
    struct entente_file scenario;
    struct entente_answer *answer;
    struct entente_error error;
    if (!path)
        return console_misuse("view --package wants --scenario FILE too; entente issues writes it");
    if (!console_read(arguments, path, &scenario))
        return EXIT_BAD;
    struct entente_bounds bounds = console_bounds();
    struct entente_package_options chosen = {.size = sizeof chosen,
                                             .scenario = &scenario,
                                             .package = arguments_joined(arguments, "package")};
    if (!entente_view_package(&chosen, merged, &bounds, &answer, &error))
        return console_refuse(&error);
    return console_finish(answer, arguments_value(arguments, "o"), false);
}

static int view_reading(const struct arguments *arguments, const struct entente_file *file)
{
    struct entente_view_options chosen = {.size = sizeof chosen,
                                          .party = arguments_value(arguments, "party")};
    chosen.kind = chosen.party                         ? ENTENTE_VIEW_PARTY
                  : arguments_has(arguments, "agreed") ? ENTENTE_VIEW_AGREED
                                                       : ENTENTE_VIEW_BASE;
    struct entente_bounds bounds = console_bounds();
    struct entente_answer *answer;
    struct entente_error error;
    if (!entente_view(&chosen, file, &bounds, &answer, &error))
        return console_refuse(&error);
    return console_finish(answer, arguments_value(arguments, "o"), false);
}

static int run(const struct arguments *arguments)
{
    const char *path = arguments_word(arguments, 0);
    if (!path || arguments_word(arguments, 1))
        return console_misuse("view wants one merged file; see entente help view");
    bool is_package = arguments_has(arguments, "package");
    int readings = arguments_has(arguments, "party") + arguments_has(arguments, "base") +
                   arguments_has(arguments, "agreed") + is_package;
    if (readings != 1)
        return console_misuse("view wants one of --party NAME, --base, --agreed and --package");
    struct entente_file file;
    if (!console_read(arguments, path, &file))
        return EXIT_BAD;
    return is_package ? view_package(arguments, &file) : view_reading(arguments, &file);
}

const struct verb view_verb = {
    .name = "view",
    .usage = "MERGED",
    .purpose = "Reads one reading back from a merged text",
    .details =
        "MERGED is what merge wrote: JSON, bracketed Markdown or text, or a .docx with "
        "tracked changes. In a package names may hold commas; a name in double quotes may hold "
        "anything.",
    .options = options,
    .run = run,
};
