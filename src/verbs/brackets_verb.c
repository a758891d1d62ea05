// SPDX-License-Identifier: Apache-2.0
#include "verbs/each_verb.h"
#include "verbs/merged_shape.h"

#include <entente/brackets.h>

#include <string.h>

// A report, unless the ending says otherwise; with --as the slots as a merged text has them.
static const struct form forms[] = {
    {"txt", ENTENTE_TEXT, NULL},
    {"html|htm", ENTENTE_HTML, NULL},
    {"md|markdown", ENTENTE_MARKDOWN, NULL},
    {"docx", ENTENTE_DOCX, NULL},
    {"odt", ENTENTE_DOCX, NULL, true},
    {"json", MERGED_AS_JSON, NULL},
    {NULL, 0, NULL},
};

static bool run_brackets(struct request *request)
{
    const char *path = request_word(request, 0);
    const char *names = request_value(request, "names");
    if (!path || request_word(request, 1))
        return request_misuse(request, "brackets wants one file; see entente help brackets");
    struct entente_brackets_options options = {
        .size = sizeof options,
        .hide_names = names && strcmp(names, "off") == 0,
        .parties = request_value(request, "parties"),
    };
    struct merged_shape shape;
    if (!merged_shape_of(request, &shape))
        return false;
    options.rendering = shape.is_chosen                ? shape.form
                        : shape.format == ENTENTE_DOCX ? ENTENTE_COLUMNS
                                                       : ENTENTE_BRACKETS;
    options.format = shape.format;
    bool is_text = !request->has_ending || request->form->value == ENTENTE_TEXT;
    if (request->form->value == MERGED_AS_JSON)
        options.form = ENTENTE_BRACKETS_JSON;
    else
        options.form =
            shape.is_chosen || !is_text ? ENTENTE_BRACKETS_RENDERED : ENTENTE_BRACKETS_REPORT;
    struct entente_file file;
    if (!request_read(request, path, &file))
        return false;
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    bool done = entente_brackets(&options, &file, &bounds, &answer, &request->error);
    return request_done(request, done, answer, request_has(request, "check"));
}

static const struct option brackets_options[] = {
    {"json", OPTION_FLAG, NULL, NULL, "Everything as JSON (entente-brackets/1)"},
    {"parties", OPTION_TEXT, "LIST", NULL,
     "The parties' codes: US,AU=Australia; else they are found in the text"},
    {"as", OPTION_CHOICE, "FORM", FORM_CHOICES, "Shows the slots as a merged text is shown"},
    {"names", OPTION_CHOICE, "WHEN", "on|off", "Say who holds a wording"},
    {"check", OPTION_FLAG, NULL, NULL, "Exit 1 when a bracket is unmatched or mis-nested"},
    {"o", OPTION_OUTPUT, "FILE", NULL,
     "Write to FILE; .html and .md give the text with its slots, .docx columns, .json the JSON"},
    {.name = NULL},
};

const struct verb brackets_verb = {
    .name = "brackets",
    .usage = "FILE",
    .purpose = "Reads a text that others have bracketed: slots, parties, options, blanks, faults",
    .details =
        "FILE is Markdown, .docx or plain text. Brackets are counted as characters, line and "
        "column from 1; a text is never refused for what stands in its brackets.",
    .options = brackets_options,
    .inputs = {INPUT_FILE},
    .forms = forms,
    .run = run_brackets,
};
