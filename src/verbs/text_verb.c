// SPDX-License-Identifier: Apache-2.0
#include "verbs/each_verb.h"
#include "verbs/request.h"

#include <entente/document.h>

static const struct option options[] = {
    {"accept", OPTION_FLAG, NULL, NULL, "Read tracked changes as accepted (the default)"},
    {"reject", OPTION_FLAG, NULL, NULL, "Read tracked changes as rejected"},
    {"author", OPTION_TEXT, "A,B", NULL, "Accept the changes of these authors, reject all others"},
    {"labels", OPTION_FLAG, NULL, NULL, "Print computed numbers before their paragraphs"},
    {"body", OPTION_FLAG, NULL, NULL, "Leave out notes, text boxes, headers and footers"},
    {"o", OPTION_OUTPUT, "FILE", NULL, "Write to FILE instead of standard output"},
    {.name = NULL},
};

static const struct form forms[] = {{"txt", 0, NULL}, {NULL, 0, NULL}};

static bool run(struct request *request)
{
    const char *path = request_word(request, 0);
    if (!path || request_word(request, 1))
        return request_misuse(request, "text wants one file; see entente help text");
    int readings = request_has(request, "accept") + request_has(request, "reject") +
                   request_has(request, "author");
    if (readings > 1)
        return request_misuse(request, "--accept, --reject and --author exclude one another");
    struct entente_text_options wanted = {.size = sizeof wanted,
                                          .authors = request_value(request, "author"),
                                          .labels = request_has(request, "labels"),
                                          .body_only = request_has(request, "body")};
    if (request_has(request, "reject"))
        wanted.tracked = ENTENTE_TRACKED_REJECT;
    else if (wanted.authors)
        wanted.tracked = ENTENTE_TRACKED_AUTHORS;
    struct entente_file file;
    if (!request_read(request, path, &file))
        return false;
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    bool done = entente_text(&wanted, &file, &bounds, &answer, &request->error);
    return request_done(request, done, answer, false);
}

const struct verb text_verb = {
    .name = "text",
    .usage = "FILE",
    .purpose = "Prints what a document says, a line a paragraph",
    .details =
        "FILE is a .docx, .odt, Markdown or plain text file. Pictures, equations and other units "
        "that are no text stand in square brackets; notes, text boxes, headers and footers "
        "follow the body.",
    .options = options,
    .inputs = {INPUT_FILE},
    .forms = forms,
    .run = run,
};
