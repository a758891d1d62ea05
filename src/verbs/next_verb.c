// SPDX-License-Identifier: Apache-2.0
#include "verbs/case_request.h"
#include "verbs/each_verb.h"

#include <entente/merge.h>

#include <string.h>

static const struct option options[] = {
    {"o", OPTION_OUTPUT, "FILE", NULL,
     "write to FILE; its ending says what: .docx .odt .md .html .txt"},
    {"base", OPTION_FILE, "FILE", NULL,
     "the file that MERGED was merged from; .docx from JSON or Markdown wants it"},
    {"choose", OPTION_TEXT, "SLOT=WORDING", NULL,
     "take this wording of a slot: its number from 1, \"base\", or a party that holds it; may be "
     "given several times. In a case a slot and a wording go by any name that show gives them"},
    {"package", OPTION_TEXT, "PACKAGE", NULL,
     "take the wordings of these options: 0,2,1 or ISSUE=OPTION for the issues of --scenario; may "
     "be given again for further issues. In a case, without --scenario: a package of the case"},
    {"scenario", OPTION_FILE, "FILE", NULL, "the scenario that issues made from MERGED"},
    {"open", OPTION_CHOICE, "HOW", "base|brackets|tracked",
     "open slots: the base's wording, all wordings in brackets, or tracked changes (default: "
     "base)"},
    {"as", OPTION_CHOICE, "FORM", "brackets|proposals|options",
     "how the brackets are worded (default: brackets)"},
    {"names", OPTION_CHOICE, "WHEN", "on|off", "say who holds a wording"},
    {"date", OPTION_DATE, "DATE", NULL, "date of the tracked changes (default: each draft's own)"},
    {"check", OPTION_FLAG, NULL, NULL, "exit 1 while a slot is open"},
    {"id", OPTION_TEXT, "ID", NULL, "in a case: the new base's name; default: plan-base-2"},
    {"note", OPTION_TEXT, "TEXT", NULL, "in a case: anything else about it"},
    {"by", OPTION_TEXT, "PARTY", NULL, "in a case: look and act as this party"},
    {"passphrase-file", OPTION_FILE, "FILE", NULL, "opens what is sealed to that party"},
    CASE_JSON_OPTION,
    {"readers", OPTION_TEXT, "WHO", NULL, "in a case: who may read it, all or public"},
    {"any-time", OPTION_FLAG, NULL, NULL,
     "the time is right, though a year behind the last entry, or before it"},
    {"now", OPTION_TEXT, "TIME", NULL,
     "in a case: the time of the act, 2025-12-20T10:00:00Z; default: the clock"},
    {"seed", OPTION_TEXT, "HEX", NULL,
     "64 hex digits in place of fresh randomness, to repeat a test"},
    {.name = NULL},
};

static const struct form forms[] = {
    {"md|markdown", ENTENTE_MARKDOWN, NULL},
    {"docx", ENTENTE_DOCX, NULL},
    {"odt", ENTENTE_DOCX, NULL, true},
    {"html|htm", ENTENTE_HTML, NULL},
    {"txt", ENTENTE_TEXT, NULL},
    {NULL, 0, NULL},
};

static size_t read_choices(struct request *request, const char *const **choices)
{
    struct list given = LIST_MAKE(request->arena, const char *);
    for (size_t i = 0; i < request->options.count; i++) {
        const struct option_given *option = LIST_AT(&request->options, struct option_given, i);
        if (strcmp(option->option->name, "choose") == 0)
            *LIST_ADD(&given, const char *) = option->value;
    }
    *choices = LIST_ITEMS(&given, const char *);
    return given.count;
}

// 0, 1, 2 … as the words stand in the option's choices.
static int place_of_word(const char *word, const char *const *words, int count)
{
    for (int i = 0; word && i < count; i++)
        if (strcmp(word, words[i]) == 0)
            return i;
    return 0;
}

// What next of a case and of a file have in common. The files borrowed are the caller's.
static bool read_options(struct request *request, struct entente_next_options *chosen,
                         struct entente_file *scenario)
{
    static const char *const ways[] = {"base", "brackets", "tracked"};
    static const char *const shapes[] = {"brackets", "proposals", "options"};
    const char *names = request_value(request, "names");
    const char *as = request_value(request, "as");
    *chosen = (struct entente_next_options){
        .size = sizeof *chosen,
        .format = request->has_ending ? (enum entente_format)request->form->value : ENTENTE_TEXT,
        .open = (enum entente_open)place_of_word(request_value(request, "open"), ways, 3),
        .form = (enum entente_form)place_of_word(as, shapes, 3),
        .hide_names = names && strcmp(names, "off") == 0,
        .date = request_value(request, "date"),
        .package = request_joined(request, "package"),
    };
    if (as && chosen->open != ENTENTE_OPEN_BRACKETS)
        return request_misuse(request, "--as goes with --open brackets");
    chosen->choice_count = read_choices(request, &chosen->choices);
    return !request_has(request, "scenario") ||
           request_read_option(request, "scenario", scenario, &chosen->scenario);
}

static bool run_file(struct request *request, const char *path)
{
    struct entente_file merged;
    struct entente_file base;
    struct entente_file scenario;
    struct entente_next_options chosen;
    if (!read_options(request, &chosen, &scenario))
        return false;
    if (chosen.package && !chosen.scenario)
        return request_misuse(request,
                              "next --package wants --scenario FILE too; entente issues writes it");
    if (!request_read(request, path, &merged) ||
        (request_has(request, "base") &&
         !request_read_option(request, "base", &base, &chosen.base)))
        return false;
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    bool done = entente_next(&chosen, &merged, &bounds, &answer, &request->error);
    return request_done(request, done, answer, request_has(request, "check"));
}

struct round_of_case {
    struct entente_case_next_options next;
    struct entente_act act;
};

static bool next_in_case(struct request *request, struct entente_case *handle, const void *what,
                         struct entente_answer **answer)
{
    const struct round_of_case *round = what;
    struct entente_bounds bounds = request_bounds(request);
    return entente_case_next(&round->next, handle, &round->act, &bounds, answer, &request->error);
}

static bool run_case(struct request *request, const char *document)
{
    struct entente_next_options chosen;
    struct entente_file scenario;
    struct round_of_case round = {.next = {.size = sizeof(struct entente_case_next_options),
                                           .document = document,
                                           .id = request_value(request, "id"),
                                           .note = request_value(request, "note"),
                                           .text = &chosen,
                                           .gives_text = request->output != NULL}};
    if (request_has(request, "base"))
        return request_misuse(request, "a case knows its base; --base is for a merged file");
    if (request->output && request_has(request, "json"))
        return request_misuse(request, "say either --json or -o FILE: one thing is written");
    request->viewer = request_value(request, "by");
    if (!read_options(request, &chosen, &scenario) || !case_act(request, &round.act) ||
        !case_answer(request, next_in_case, &round))
        return false;
    request->is_act = !request->output;
    request->no_is_failure = request_has(request, "check");
    return true;
}

static bool run(struct request *request)
{
    const char *path = request_word(request, 0);
    const char *document = request_word(request, 1);
    if (!path || request_word(request, 2))
        return request_misuse(
            request, "next wants one merged file, or a case and a document; see entente help next");
    return document ? run_case(request, document) : run_file(request, path);
}

const struct verb next_verb = {
    .name = "next",
    .usage = "MERGED|CASE DOCUMENT -o FILE",
    .purpose = "Makes the next base: what is agreed or chosen is in, the rest as wished",
    .details =
        "MERGED is what merge wrote: JSON, bracketed Markdown or text, or a .docx with tracked "
        "changes or brackets. A .docx is made from the base's own file; all that stays keeps its "
        "bytes. Slots have the numbers that merge -o FILE.json gives them.\n\n"
        "With a case and one of its documents the next base is entered into the case, with all in "
        "it that is agreed: what is open keeps its slot and stances, and every party's draft is "
        "set into the new base. What -o FILE writes is the text to send round; with --open base "
        "it is the base that was entered.",
    .options = options,
    .inputs = {INPUT_CASE, INPUT_NAME},
    .forms = forms,
    .run = run,
};
