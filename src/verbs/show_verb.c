// SPDX-License-Identifier: Apache-2.0
#include "verbs/case_request.h"
#include "verbs/each_verb.h"
#include "verbs/merged_shape.h"

#include <string.h>

static const struct form forms[] = {
    {"txt|key", ENTENTE_SHOW_TEXT, NULL}, // show CASE key NAME prints a key to keep
    {"md|markdown", ENTENTE_SHOW_MARKDOWN, NULL},
    {"html|htm", ENTENTE_SHOW_HTML, NULL},
    {"docx", ENTENTE_SHOW_DOCX, NULL},
    {"json", ENTENTE_SHOW_JSON, NULL},
    {"csv", ENTENTE_SHOW_CSV, NULL},
    {"xlsx", ENTENTE_SHOW_XLSX, NULL},
    {NULL, 0, NULL},
};

static enum entente_show_form form_of(const struct request *request)
{
    return request_has(request, "json") ? ENTENTE_SHOW_JSON
                                        : (enum entente_show_form)request->form->value;
}

static bool show(struct request *request, struct entente_case *handle, const void *what,
                 struct entente_answer **answer)
{
    struct entente_bounds bounds = request_bounds(request);
    struct entente_show_options options = {.size = sizeof options,
                                           .form = form_of(request),
                                           .kind = request_word(request, 1),
                                           .id = request_word(request, 2)};
    (void)what;
    return entente_case_show(&options, handle, &bounds, answer, &request->error);
}

// The ending says what kind of file; without one it is Markdown, in colours on a terminal.
static enum entente_format format_of(const struct request *request)
{
    static const enum entente_format formats[] = {
        [ENTENTE_SHOW_TEXT] = ENTENTE_TEXT,         [ENTENTE_SHOW_JSON] = ENTENTE_MARKDOWN,
        [ENTENTE_SHOW_MARKDOWN] = ENTENTE_MARKDOWN, [ENTENTE_SHOW_HTML] = ENTENTE_HTML,
        [ENTENTE_SHOW_DOCX] = ENTENTE_DOCX,         [ENTENTE_SHOW_CSV] = ENTENTE_CSV,
        [ENTENTE_SHOW_XLSX] = ENTENTE_XLSX,
    };
    if (request->output && request->has_ending)
        return formats[request->form->value];
    return !request->output && request->face->has_colours ? ENTENTE_TERMINAL : ENTENTE_MARKDOWN;
}

static bool show_text(struct request *request, struct entente_case *handle, const void *what,
                      struct entente_answer **answer)
{
    struct entente_bounds bounds = request_bounds(request);
    const struct entente_case_text_options options = {.size = sizeof options,
                                                      .document = request_word(request, 1),
                                                      .merged = what,
                                                      .is_settled = true};
    return entente_case_text(&options, handle, &bounds, answer, &request->error);
}

static bool run_text(struct request *request, enum entente_form form)
{
    const char *names = request_value(request, "names");
    const struct entente_merge_options shown = {.size = sizeof shown,
                                                .form = form,
                                                .format = format_of(request),
                                                .hide_names = names && strcmp(names, "off") == 0,
                                                .date = request_value(request, "date")};
    bool ends_json =
        request->output && request->has_ending && request->form->value == ENTENTE_SHOW_JSON;
    if (request_has(request, "json") || (ends_json && form != ENTENTE_JSON))
        return request_misuse(request, "a text as JSON is --as json");
    request->as_is_form = true;
    request->viewer = request_value(request, "by");
    if (!case_answer(request, show_text, &shown))
        return false;
    request->no_is_failure = request_has(request, "check");
    return true;
}

static bool run_show(struct request *request)
{
    static const char *const of_text[] = {"names", "date", "by", "check"};
    const char *as = request_value(request, "as");
    enum entente_form form;
    if (as && merged_form_named(as, &form) && request_word(request, 1) && !request_word(request, 2))
        return run_text(request, form);
    for (size_t i = 0; i < sizeof of_text / sizeof *of_text; i++)
        if (request_has(request, of_text[i]))
            return request_misuse(request,
                                  "--%s goes with a document and a form of its text: show CASE "
                                  "DOCUMENT --as brackets",
                                  of_text[i]);
    return case_answer(request, show, NULL);
}

static const struct option options[] = {
    {"as", OPTION_TEXT, "PARTY|FORM", NULL,
     "look as this party, or \"public\". With a document: the form that its text is shown in, "
     "brackets, proposals, options, redline, columns, json, list or comments, as in merge"},
    {"passphrase-file", OPTION_FILE, "FILE", NULL,
     "the passphrase that opens what is sealed to the party"},
    {"by", OPTION_TEXT, "PARTY", NULL, "with a form: look as this party"},
    {"names", OPTION_CHOICE, "WHEN", "on|off", "with a form: say who holds a wording"},
    {"date", OPTION_DATE, "DATE", NULL, "with a form: date of the tracked changes"},
    {"check", OPTION_FLAG, NULL, NULL, "with a form: exit 1 while a slot is open"},
    CASE_AS_OF_OPTION,
    CASE_JSON_OPTION,
    {"o", OPTION_OUTPUT, "FILE", NULL, "write to FILE: .txt .md .html .docx .json .csv .xlsx"},
    {.name = NULL},
};

const struct verb show_verb = {
    .name = "show",
    .usage = "CASE [KIND [ID]|DOCUMENT --as FORM]",
    .purpose = "Shows what is in a case: all of it, a kind, one item, or a document's text",
    .details = "The text of a document is that of its newest base with all in it that is agreed, "
               "or that all drafts hold; what is open is shown as --as says, with who holds it.",
    .options = options,
    .inputs = {INPUT_CASE, INPUT_NAME},
    .forms = forms,
    .run = run_show,
};
