// SPDX-License-Identifier: Apache-2.0
#include "verbs/each_verb.h"
#include "verbs/request.h"

#include <entente/merge.h>

#include <string.h>

static const struct option options[] = {
    {"o", OPTION_OUTPUT, "FILE", NULL, "write to FILE; its ending says what: .docx .md .html .txt"},
    {"base", OPTION_FILE, "FILE", NULL,
     "the file that MERGED was merged from; .docx from JSON or Markdown wants it"},
    {"choose", OPTION_TEXT, "SLOT=WORDING", NULL,
     "take this wording of a slot: its number from 1, \"base\", or a party that holds it; may be "
     "given several times"},
    {"package", OPTION_TEXT, "PACKAGE", NULL,
     "take the wordings of these options: 0,2,1 or ISSUE=OPTION for the issues of --scenario; may "
     "be given again for further issues"},
    {"scenario", OPTION_FILE, "FILE", NULL, "the scenario that issues made from MERGED"},
    {"open", OPTION_CHOICE, "HOW", "base|brackets|tracked",
     "open slots: the base's wording, all wordings in brackets, or tracked changes (default: "
     "base)"},
    {"as", OPTION_CHOICE, "FORM", "brackets|proposals|options",
     "how the brackets are worded (default: brackets)"},
    {"names", OPTION_CHOICE, "WHEN", "on|off", "say who holds a wording"},
    {"date", OPTION_DATE, "DATE", NULL, "date of the tracked changes (default: each draft's own)"},
    {"check", OPTION_FLAG, NULL, NULL, "exit 1 while a slot is open"},
    {.name = NULL},
};

static const struct form forms[] = {
    {"md|markdown", ENTENTE_MARKDOWN, NULL},
    {"docx", ENTENTE_DOCX, NULL},
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

static bool run(struct request *request)
{
    static const char *const ways[] = {"base", "brackets", "tracked"};
    static const char *const shapes[] = {"brackets", "proposals", "options"};
    const char *path = request_word(request, 0);
    if (!path || request_word(request, 1))
        return request_misuse(request, "next wants one merged file; see entente help next");
    const char *names = request_value(request, "names");
    const char *as = request_value(request, "as");
    struct entente_file merged;
    struct entente_file base;
    struct entente_file scenario;
    struct entente_next_options chosen = {
        .size = sizeof chosen,
        .format = request->has_ending ? (enum entente_format)request->form->value : ENTENTE_TEXT,
        .open = (enum entente_open)place_of_word(request_value(request, "open"), ways, 3),
        .form = (enum entente_form)place_of_word(as, shapes, 3),
        .hide_names = names && strcmp(names, "off") == 0,
        .date = request_value(request, "date"),
        .package = request_joined(request, "package"),
    };
    if (as && chosen.open != ENTENTE_OPEN_BRACKETS)
        return request_misuse(request, "--as goes with --open brackets");
    if (chosen.package && !request_has(request, "scenario"))
        return request_misuse(request,
                              "next --package wants --scenario FILE too; entente issues writes it");
    chosen.choice_count = read_choices(request, &chosen.choices);
    if (!request_read(request, path, &merged) ||
        (request_has(request, "base") &&
         !request_read_option(request, "base", &base, &chosen.base)) ||
        (request_has(request, "scenario") &&
         !request_read_option(request, "scenario", &scenario, &chosen.scenario)))
        return false;
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    bool done = entente_next(&chosen, &merged, &bounds, &answer, &request->error);
    return request_done(request, done, answer, request_has(request, "check"));
}

const struct verb next_verb = {
    .name = "next",
    .usage = "MERGED -o FILE",
    .purpose = "Makes the next base: what is agreed or chosen is in, the rest as wished",
    .details =
        "MERGED is what merge wrote: JSON, bracketed Markdown or text, or a .docx with tracked "
        "changes or brackets. A .docx is made from the base's own file; all that stays keeps its "
        "bytes. Slots have the numbers that merge -o FILE.json gives them.",
    .options = options,
    .inputs = {INPUT_FILE},
    .forms = forms,
    .run = run,
};
