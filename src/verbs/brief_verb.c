// SPDX-License-Identifier: Apache-2.0
#include "verbs/case_request.h"
#include "verbs/each_verb.h"

#include <entente/merge.h>

static const struct option options[] = {
    CASE_VIEW_OPTIONS,
    CASE_AS_OF_OPTION,
    CASE_JSON_OPTION,
    {"steps", OPTION_FILE, "FILE", NULL, "confirmed steps and limits (default: those of the case)"},
    {"scenario", OPTION_FILE, "FILE", NULL, "who could accept what, for the packages"},
    {"before", OPTION_FILE, "FILE", NULL,
     "the scenario before the latest change: nearer or farther"},
    {"from", OPTION_DATE, "DATE", NULL, "next steps from this date on"},
    {"signed", OPTION_DATE, "DATE", NULL, "of drafts: the text's own date, where it does not say"},
    {"any-base", OPTION_FLAG, NULL, NULL,
     "of drafts: take a draft although it was made from another base"},
    {"check", OPTION_FLAG, NULL, NULL,
     "exit 1 when time limits contradict or no package is acceptable"},
    {"o", OPTION_OUTPUT, "FILE", NULL, "write to FILE: .html .docx .md .txt .json"},
    {.name = NULL},
};

static const struct form forms[] = {
    {"txt", ENTENTE_BRIEF_TEXT, NULL},  {"html|htm", ENTENTE_BRIEF_HTML, NULL},
    {"docx", ENTENTE_BRIEF_DOCX, NULL}, {"md|markdown", ENTENTE_BRIEF_MARKDOWN, NULL},
    {"json", ENTENTE_BRIEF_JSON, NULL}, {NULL, 0, NULL},
};

static bool weigh(struct request *request, struct entente_case *handle, const void *what,
                  struct entente_answer **answer)
{
    struct entente_bounds bounds = request_bounds(request);
    return entente_case_brief(what, handle, &bounds, answer, &request->error);
}

// Drafts, where words with "=" follow, or a text stands where a case would.
static bool is_of_drafts(const struct request *request)
{
    static const char *const endings[] = {".docx", ".md", ".markdown", ".txt"};
    const char *path = request_word(request, 0);
    bool is_text = request_word(request, 1) != NULL;
    for (size_t i = 0; path && i < sizeof endings / sizeof *endings; i++)
        is_text = is_text || str_ends_with(str_of(path), str_of(endings[i]));
    return is_text;
}

static bool read_drafts(struct request *request, struct entente_draft *drafts)
{
    for (size_t i = 1; i < request->words.count; i++) {
        const char *path = request_word(request, i);
        const char *rest = path;
        drafts[i - 1].party = request_party(request, path, &rest);
        if (!request_read(request, rest, &drafts[i - 1].file))
            return false;
    }
    return true;
}

static bool run_drafts(struct request *request)
{
    static const char *const of_case[] = {"as", "passphrase-file", "as-of", "scenario", "before"};
    struct entente_file base;
    struct entente_file steps;
    size_t count = request->words.count - 1;
    struct entente_draft *drafts = ARENA_ARRAY(request->arena, struct entente_draft, count + 1);
    struct entente_drafts_brief_options chosen = {
        .size = sizeof chosen,
        .form = (enum entente_brief_form)request->form->value,
        .signed_on = request_value(request, "signed"),
        .from = request_value(request, "from"),
        .any_base = request_has(request, "any-base"),
    };
    for (size_t i = 0; i < sizeof of_case / sizeof *of_case; i++)
        if (request_has(request, of_case[i]))
            return request_misuse(request, "--%s is for the brief of a case", of_case[i]);
    if (!request_read_option(request, "steps", &steps, &chosen.steps) ||
        !request_read(request, request_word(request, 0), &base) || !read_drafts(request, drafts))
        return false;
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    bool done =
        entente_brief_drafts(&chosen, &base, drafts, count, &bounds, &answer, &request->error);
    return request_done(request, done, answer, request_has(request, "check"));
}

static bool run_case(struct request *request)
{
    struct entente_file files[3];
    struct entente_brief_options chosen = {
        .size = sizeof chosen,
        .form = (enum entente_brief_form)request->form->value,
        .from = request_value(request, "from"),
    };
    if (!request_read_option(request, "steps", &files[0], &chosen.steps) ||
        !request_read_option(request, "scenario", &files[1], &chosen.scenario) ||
        !request_read_option(request, "before", &files[2], &chosen.before) ||
        !case_answer(request, weigh, &chosen))
        return false;
    request->no_is_failure = request_has(request, "check");
    return true;
}

static bool run(struct request *request)
{
    if (is_of_drafts(request))
        return run_drafts(request);
    if (request_has(request, "signed") || request_has(request, "any-base"))
        return request_misuse(request, "--signed and --any-base are for the brief of drafts");
    return run_case(request);
}

const struct verb brief_verb = {
    .name = "brief",
    .usage = "CASE | BASE PARTY=FILE…",
    .purpose = "Says where the talks stand: text, time, packages and record, on one page",
    .details =
        "CASE is a case file or a folder. What is not known or not weighed is said. With a base "
        "and drafts as merge takes them there is no case: open places stand as issues, and "
        "time limits as they are read, not confirmed.",
    .options = options,
    .inputs = {INPUT_CASE, INPUT_DRAFT},
    .forms = forms,
    .run = run,
};
