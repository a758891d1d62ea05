// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/console.h"

#include <entente/merge.h>

static const struct option options[] = {
    {"party", "NAME", NULL, "the text as this party wants it"},
    {"base", NULL, NULL, "the text with every proposal refused"},
    {"agreed", NULL, NULL, "what all hold; open places stand as […]"},
    {"o", "FILE", NULL, "write to FILE"},
    {NULL, NULL, NULL, NULL},
};

static int run(const struct arguments *arguments)
{
    const char *path = arguments_word(arguments, 0);
    if (!path || arguments_word(arguments, 1))
        return console_misuse("view wants one merged file; see entente help view");
    struct entente_view_options chosen = {.party = arguments_value(arguments, "party")};
    int readings = (chosen.party != NULL) + arguments_has(arguments, "base") +
                   arguments_has(arguments, "agreed");
    if (readings != 1)
        return console_misuse("view wants one of --party NAME, --base and --agreed");
    chosen.kind = chosen.party                         ? ENTENTE_VIEW_PARTY
                  : arguments_has(arguments, "agreed") ? ENTENTE_VIEW_AGREED
                                                       : ENTENTE_VIEW_BASE;
    struct entente_file file;
    struct entente_answer *answer;
    struct entente_error error;
    if (!console_read(arguments, path, &file))
        return EXIT_BAD;
    if (!entente_view(&file, &chosen, &answer, &error))
        return console_refuse(&error);
    return console_finish(answer, arguments_value(arguments, "o"), false);
}

const struct verb view_verb = {
    .name = "view",
    .usage = "MERGED",
    .purpose = "Reads one reading back from a merged text",
    .details = "MERGED is what merge wrote: JSON, bracketed Markdown or text, or a .docx with "
               "tracked changes.",
    .options = options,
    .run = run,
};
