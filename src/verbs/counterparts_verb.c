// SPDX-License-Identifier: Apache-2.0
#include "verbs/each_verb.h"
#include "verbs/request.h"

#include <entente/counterparts.h>

static const struct option options[] = {
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

static bool read_drafts(struct request *request, struct entente_draft *drafts)
{
    for (size_t i = 1; i < request->words.count; i++) {
        const char *path;
        const char *word = request_word(request, i);
        drafts[i - 1].party = request_party(request, word, &path);
        if (!drafts[i - 1].party)
            return request_misuse(request, "%s: whose text is it? Say PARTY=%s", word, word);
        if (!request_read(request, path, &drafts[i - 1].file))
            return false;
    }
    return true;
}

static bool run(struct request *request)
{
    size_t count = request->words.count;
    if (count < 2 || count > 10)
        return request_misuse(request, "counterparts wants a base and one to nine rival texts: "
                                       "BASE PARTY=FILE…");
    struct entente_draft *drafts = ARENA_ARRAY(request->arena, struct entente_draft, count);
    struct entente_file base;
    struct entente_file matches;
    struct entente_counterparts_options chosen = {
        .size = sizeof chosen,
        .form = (enum entente_counterparts_form)request->form->value,
        .rounds = request_has(request, "rounds"),
    };
    if (!request_read(request, request_word(request, 0), &base) || !read_drafts(request, drafts) ||
        !request_read_option(request, "matches", &matches, &chosen.matches))
        return false;
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    bool done =
        entente_counterparts(&chosen, &base, drafts, count - 1, &bounds, &answer, &request->error);
    return request_done(request, done, answer, request_has(request, "check"));
}

const struct verb counterparts_verb = {
    .name = "counterparts",
    .usage = "BASE PARTY=FILE…",
    .purpose = "Sets rival texts on one subject beside each other, point by point",
    .details =
        "For a side that answered with a text of its own, in other words and another order. Points "
        "are matched by what they are about; each match says which words carried it, and one "
        "that is not certain is called a possible counterpart. What differs in substance is told "
        "first: numbers, dates and limits, names, may and shall, conditions; then what only one "
        "side has.",
    .options = options,
    .inputs = {INPUT_FILE, INPUT_DRAFT},
    .forms = forms,
    .run = run,
};
