// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/console.h"

#include <entente/document.h>

static const struct option options[] = {
    {"accept", NULL, NULL, "Read tracked changes as accepted (the default)"},
    {"reject", NULL, NULL, "Read tracked changes as rejected"},
    {"author", "A,B", NULL, "Accept the changes of these authors, reject all others"},
    {"labels", NULL, NULL, "Print computed numbers before their paragraphs"},
    {"body", NULL, NULL, "Leave out notes, text boxes, headers and footers"},
    {"o", "FILE", NULL, "Write to FILE instead of standard output"},
    {NULL, NULL, NULL, NULL},
};

static int run(const struct arguments *arguments)
{
    const char *path = arguments_word(arguments, 0);
    if (!path || arguments_word(arguments, 1))
        return console_misuse("text wants one file; see entente help text");
    int readings = arguments_has(arguments, "accept") + arguments_has(arguments, "reject") +
                   arguments_has(arguments, "author");
    if (readings > 1)
        return console_misuse("--accept, --reject and --author exclude one another");
    struct entente_text_options wanted = {.size = sizeof wanted,
                                          .authors = arguments_value(arguments, "author"),
                                          .labels = arguments_has(arguments, "labels"),
                                          .body_only = arguments_has(arguments, "body")};
    if (arguments_has(arguments, "reject"))
        wanted.tracked = ENTENTE_TRACKED_REJECT;
    else if (wanted.authors)
        wanted.tracked = ENTENTE_TRACKED_AUTHORS;
    struct entente_bounds bounds = console_bounds();
    struct entente_file file;
    struct entente_answer *answer;
    struct entente_error error;
    if (!console_read(arguments, path, &file))
        return EXIT_BAD;
    if (!entente_text(&wanted, &file, &bounds, &answer, &error))
        return console_refuse(&error);
    return console_finish(answer, arguments_value(arguments, "o"), false);
}

const struct verb text_verb = {
    .name = "text",
    .usage = "FILE",
    .purpose = "Prints what a document says, a line a paragraph",
    .details = "FILE is a .docx, Markdown or plain text file. Pictures, equations and other units "
               "that are no text stand in square brackets; notes, text boxes, headers and footers "
               "follow the body.",
    .options = options,
    .run = run,
};
