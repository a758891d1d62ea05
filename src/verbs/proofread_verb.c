// SPDX-License-Identifier: Apache-2.0
#include "verbs/each_verb.h"
#include "verbs/request.h"

#include <entente/proofread.h>

#include <string.h>

static const struct form forms[] = {
    {"txt", ENTENTE_PROOFREAD_TEXT, NULL},      {"md|markdown", ENTENTE_PROOFREAD_MARKDOWN, NULL},
    {"html|htm", ENTENTE_PROOFREAD_HTML, NULL}, {"docx", ENTENTE_PROOFREAD_DOCX, NULL},
    {"json", ENTENTE_PROOFREAD_JSON, NULL},     {NULL, 0, NULL},
};

static enum entente_certainty certainty_of(const char *word)
{
    static const char *const words[] = {"look", "likely", "sure"};
    for (int i = 0; word && i < 3; i++)
        if (strcmp(word, words[i]) == 0)
            return (enum entente_certainty)(i + 1);
    return ENTENTE_CERTAINTY_NONE;
}

static bool run(struct request *request)
{
    const char *path = request_word(request, 0);
    if (!path || request_word(request, 1))
        return request_misuse(request, "proofread wants one text; see entente help proofread");
    struct entente_file file;
    if (!request_read(request, path, &file))
        return false;
    struct entente_proofread_options chosen = {
        .size = sizeof chosen,
        .form = (enum entente_proofread_form)request->form->value,
        .least = certainty_of(request_value(request, "least")),
        .no = certainty_of(request_value(request, "check")),
    };
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    bool done = entente_proofread(&chosen, &file, &bounds, &answer, &request->error);
    return request_done(request, done, answer, true);
}

static const struct option options[] = {
    {"json", OPTION_FLAG, NULL, NULL, "print JSON (entente-proofread/1)"},
    {"least", OPTION_CHOICE, "CERTAINTY", "look|likely|sure",
     "leave out what is less sure than this"},
    {"check", OPTION_CHOICE, "CERTAINTY", "look|likely|sure",
     "exit 1 when something as sure as this is found"},
    {"o", OPTION_OUTPUT, "FILE", NULL,
     "write to FILE; its ending says what: .txt .md .html .docx .json"},
    {.name = NULL},
};

const struct verb proofread_verb = {
    .name = "proofread",
    .usage = "FILE",
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
