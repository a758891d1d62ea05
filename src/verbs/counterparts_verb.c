// SPDX-License-Identifier: Apache-2.0
#include "verbs/case_request.h"
#include "verbs/counterparts_beside.h"
#include "verbs/each_verb.h"

#include <string.h>

static const struct option options[] = {
    CASE_VIEW_OPTIONS,
    CASE_AS_OF_OPTION,
    {"json", OPTION_FLAG, NULL, NULL, "print JSON: pairs, what carried them, what differs"},
    {"o", OPTION_OUTPUT, "FILE", NULL,
     "write to FILE; its ending says what: .html .docx .md .txt .json; .yaml has the matches "
     "alone"},
    {"matches", OPTION_FILE, "FILE", NULL,
     "matches that a person confirmed or corrected, YAML as -o FILE.yaml writes it"},
    {"merged", OPTION_FLAG, NULL, NULL,
     "write a merged text, .json or .md, in which each point is an open place as a whole: for "
     "view, "
     "issues and brief"},
    {"rounds", OPTION_FLAG, NULL, NULL,
     "each text answers the one before it: what became of each subject from round to round"},
    {"check", OPTION_FLAG, NULL, NULL, "exit 1 while a point stands on one side only"},
    {.name = NULL},
};

static const struct form forms[] = {
    {"txt", ENTENTE_COUNTERPARTS_TEXT, NULL},
    {"json", ENTENTE_COUNTERPARTS_JSON, NULL},
    {"md|markdown", ENTENTE_COUNTERPARTS_MARKDOWN, NULL},
    {"html|htm", ENTENTE_COUNTERPARTS_HTML, NULL},
    {"docx", ENTENTE_COUNTERPARTS_DOCX, NULL},
    {"yaml|yml", ENTENTE_COUNTERPARTS_MATCHES, NULL},
    {"json", ENTENTE_COUNTERPARTS_MERGED, "merged"},
    {"md|markdown", ENTENTE_COUNTERPARTS_BRACKETS, "merged"},
    {NULL, 0, NULL},
};

// The words from the `first` on.
static bool read_drafts(struct request *request, size_t first, struct texts_beside *rivals)
{
    size_t count = request->words.count;
    if (count <= first || count - first > 9)
        return request_misuse(request, "counterparts wants a base and one to nine rival texts: "
                                       "BASE PARTY=FILE…, or CASE DOCUMENT PARTY=FILE…");
    rivals->drafts = ARENA_ARRAY(request->arena, struct entente_draft, count);
    for (size_t i = first; i < count; i++) {
        const char *path;
        const char *word = request_word(request, i);
        struct entente_draft *draft = &rivals->drafts[rivals->count++];
        draft->party = request_party(request, word, &path);
        if (!draft->party)
            return request_misuse(request, "%s: whose text is it? Say PARTY=%s", word, word);
        if (!request_read(request, path, &draft->file))
            return false;
    }
    return true;
}

static bool run_files(struct request *request, struct texts_beside *rivals)
{
    struct entente_file base;
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    if (request_has(request, "as") || request_has(request, "as-of"))
        return request_misuse(request, "--as and --as-of are for the base of a case");
    if (!request_read(request, request_word(request, 0), &base))
        return false;
    bool done = entente_counterparts(&rivals->shown, &base, rivals->drafts, rivals->count, &bounds,
                                     &answer, &request->error);
    return request_done(request, done, answer, request_has(request, "check"));
}

// A second word without "=" before others is a document of the case that the first one names.
static bool run(struct request *request)
{
    struct entente_file matches;
    const char *second = request_word(request, 1);
    bool is_case = second && strchr(second, '=') == NULL && request->words.count > 2;
    struct texts_beside rivals = {
        .shown = {.size = sizeof rivals.shown,
                  .form = (enum entente_counterparts_form)request->form->value,
                  .rounds = request_has(request, "rounds")},
        .document = is_case ? second : NULL};
    if (!read_drafts(request, is_case ? 2 : 1, &rivals) ||
        !request_read_option(request, "matches", &matches, &rivals.shown.matches))
        return false;
    return is_case ? counterparts_in_case(request, &rivals) : run_files(request, &rivals);
}

const struct verb counterparts_verb = {
    .name = "counterparts",
    .usage = "BASE PARTY=FILE… | CASE DOCUMENT PARTY=FILE…",
    .purpose = "Sets rival texts on one subject beside each other, point by point",
    .details =
        "For a side that answered with a text of its own, in other words and another order. Points "
        "are matched by what they are about; each match says which words carried it, and one "
        "that is not certain is called a possible counterpart. What differs in substance is told "
        "first: numbers, dates and limits, names, may and shall, conditions; then what only one "
        "side has. With a case the base is the newest one of its document.",
    .options = options,
    .inputs = {INPUT_FILE, INPUT_DRAFT},
    .forms = forms,
    .run = run,
};
