// SPDX-License-Identifier: Apache-2.0
#include "verbs/each_verb.h"
#include "verbs/merged_shape.h"
#include "verbs/request.h"

#include <entente/merge.h>

static const struct option options[] = {
    {"json", OPTION_FLAG, NULL, NULL, "print the list of revisions as JSON: kind, point, old, new"},
    {"o", OPTION_OUTPUT, "FILE", NULL,
     "write to FILE: .docx or .odt (tracked changes), .html, .txt, .json"},
    {"author", OPTION_TEXT, "NAME", NULL, "who made the new version (default: its file name)"},
    {"date", OPTION_DATE, "DATE", NULL, "date of the tracked changes"},
    {"check", OPTION_FLAG, NULL, NULL, "exit 1 when the versions differ"},
    {"struck", OPTION_CHOICE, "HOW", "markup|deleted|words",
     "words struck by hand in a .docx draft: deleted where the base has none (markup), always, "
     "never"},
    {"fragment", OPTION_FLAG, NULL, NULL,
     "NEW is a fragment (pasted clauses, an e-mail): compare it with the clauses it resembles"},
    {"any-base", OPTION_FLAG, NULL, NULL, "compare a fragment as if it were the whole text"},
    {"notes", OPTION_FLAG, NULL, NULL,
     "say every note in a line of its own, not one line a party and kind"},
    {.name = NULL},
};

enum diff_form { DIFF_TEXT, DIFF_JSON, DIFF_DOCX, DIFF_HTML };

static const struct form forms[] = {
    {"txt", DIFF_TEXT, NULL},      {"docx", DIFF_DOCX, NULL}, {"odt", DIFF_DOCX, NULL, true},
    {"html|htm", DIFF_HTML, NULL}, {"json", DIFF_JSON, NULL}, {NULL, 0, NULL},
};

static bool run(struct request *request)
{
    if (request->words.count != 2)
        return request_misuse(request, "diff wants two files: OLD NEW");
    int form = request->form->value;
    struct entente_diff_options chosen = {
        .size = sizeof chosen,
        .json = form == DIFF_JSON,
        .docx = form == DIFF_DOCX,
        .html = form == DIFF_HTML,
        .terminal = form == DIFF_TEXT && !request->output && request->face->has_colours,
        .author = request_value(request, "author"),
        .date = request_value(request, "date"),
        .any_base = request_has(request, "any-base"),
        .is_fragment = request_has(request, "fragment"),
        .struck = merged_struck_of(request),
        .notes = request_has(request, "notes") ? ENTENTE_NOTES_EACH : ENTENTE_NOTES_GROUPED,
    };
    struct entente_file files[2];
    if (!request_read_words(request, 0, files))
        return false;
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    bool done = entente_diff(&chosen, &files[0], &files[1], &bounds, &answer, &request->error);
    return request_done(request, done, answer, request_has(request, "check"));
}

const struct verb diff_verb = {
    .name = "diff",
    .usage = "OLD NEW",
    .purpose = "Shows what changed between two versions of a text",
    .details = "A revision is what a person would call one change: a wording replaced, a passage "
               "moved, words with another look.",
    .options = options,
    .inputs = {INPUT_FILE},
    .forms = forms,
    .run = run,
};
