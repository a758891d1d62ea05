// SPDX-License-Identifier: Apache-2.0
#include "verbs/case_request.h"
#include "verbs/each_verb.h"
#include "verbs/proofread_parts.h"

#include <string.h>

static const struct form forms[] = {
    {"txt", ENTENTE_PROOFREAD_TEXT, NULL},
    {"md|markdown", ENTENTE_PROOFREAD_MARKDOWN, NULL},
    {"html|htm", ENTENTE_PROOFREAD_HTML, NULL},
    {"docx", ENTENTE_PROOFREAD_COMMENTS, NULL},
    {"json", ENTENTE_PROOFREAD_JSON, NULL},
    {"docx", ENTENTE_PROOFREAD_DOCX, "report"},
    {NULL, 0, NULL},
};

static enum entente_certainty certainty_of(const char *word)
{
    static const char *const words[] = {"look", "likely", "sure"};
    for (int i = 0; word && i < 3; i++)
        if (strcmp(word, words[i]) == 0)
            return (enum entente_certainty)(i + 1);
    return ENTENTE_CERTAINTY_NONE;
}

static bool hold_versions(struct request *request, const struct entente_proofread_options *chosen)
{
    size_t count = request->words.count;
    struct entente_file *files = ARENA_ARRAY(request->arena, struct entente_file, count + 1);
    if (count < 2)
        return request_misuse(request, "--versions wants the text in two languages at least");
    if (!request_read_words(request, 0, files))
        return false;
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    bool done = entente_concordance(chosen, files, count, &bounds, &answer, &request->error);
    return request_done(request, done, answer, true);
}

static bool run(struct request *request)
{
    const char *path = request_word(request, 0);
    bool has_versions = request_has(request, "versions");
    if (!path || (!has_versions && request_word(request, 2)))
        return request_misuse(request, "proofread wants one text, or a case and one of its "
                                       "documents; see entente help proofread");
    struct entente_proofread_options chosen = {
        .size = sizeof chosen,
        .form = (enum entente_proofread_form)request->form->value,
        .least = certainty_of(request_value(request, "least")),
        .no = certainty_of(request_value(request, "check")),
    };
    if (has_versions)
        return hold_versions(request, &chosen);
    if (request_word(request, 1))
        return proofread_in_case(request, &chosen);
    if (request_has(request, "as") || request_has(request, "as-of"))
        return request_misuse(request, "--as and --as-of are for a document of a case");
    struct entente_file file;
    if (!request_read(request, path, &file))
        return false;
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    bool done = entente_proofread(&chosen, &file, &bounds, &answer, &request->error);
    return request_done(request, done, answer, true);
}

static const struct option options[] = {
    CASE_VIEW_OPTIONS,
    CASE_AS_OF_OPTION,
    {"json", OPTION_FLAG, NULL, NULL, "print JSON (entente-proofread/1)"},
    {"least", OPTION_CHOICE, "CERTAINTY", "look|likely|sure",
     "leave out what is less sure than this"},
    {"check", OPTION_CHOICE, "CERTAINTY", "look|likely|sure",
     "exit 1 when something as sure as this is found"},
    {"o", OPTION_OUTPUT, "FILE", NULL,
     "write to FILE; its ending says what: .txt .md .html .docx .json; .docx of a .docx is the "
     "text "
     "with a comment at each place"},
    {"versions", OPTION_FLAG, NULL, NULL,
     "the files are one text in several languages: what the others say otherwise than the first"},
    {"report", OPTION_FLAG, NULL, NULL, "a .docx is the report in any case"},
    {.name = NULL},
};

const struct verb proofread_verb = {
    .name = "proofread",
    .usage = "FILE | MERGED | CASE DOCUMENT | --versions FILE…",
    .purpose = "Looks for what a lawyer looks for before signature",
    .details =
        "Wrong references, terms that are not defined or defined twice, words against figures, "
        "weekdays against dates, shares that do not make a whole, numbers that skip, blanks. FILE "
        "is "
        "a text, or a merged one (JSON, or a .docx of this program's): then the base and every "
        "party's reading are looked at, and combinations of wordings that may bear upon one "
        "another; each finding says in which it stands and which wordings cause it, and "
        "how sure it is: sure, likely, or look.",
    .options = options,
    .inputs = {INPUT_FILE},
    .forms = forms,
    .run = run,
};
