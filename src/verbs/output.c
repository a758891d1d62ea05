// SPDX-License-Identifier: Apache-2.0
#include "verbs/output.h"

#include "base/builder.h"
#include "base/database_address.h"

#include <string.h>

// --- Forms

// What stands behind the last point of the last part of a path; empty when nothing does.
static struct str ending_of(const char *path)
{
    struct str name = str_of(is_database_address(path) ? "" : path);
    name = str_skip(name, str_behind_last(name, '/'));
    size_t at = str_behind_last(name, '.');
    return at == 0 ? STR("") : str_skip(name, at);
}

static bool has_ending(const struct form *form, struct str ending)
{
    struct str rest = str_of(form->endings);
    struct str each;
    while (str_cut(&rest, '|', &each))
        if (str_equal_ignoring_case(each, ending) || str_equal(each, STR("*")))
            return true;
    return false;
}

// The option on which forms of their own hang, if one was given.
static const char *deciding_option(const struct request *request)
{
    for (const struct form *form = request->verb->forms; form->endings; form++)
        if (form->option && request_has(request, form->option))
            return form->option;
    return NULL;
}

static bool goes_with(const struct form *form, const char *deciding)
{
    return deciding ? form->option && strcmp(form->option, deciding) == 0 : !form->option;
}

struct str output_endings(const struct request *request)
{
    const char *deciding = deciding_option(request);
    struct builder out = builder_make(request->arena);
    size_t count = 0;
    size_t i = 0;
    for (const struct form *form = request->verb->forms; form->endings; form++)
        count += goes_with(form, deciding);
    for (const struct form *form = request->verb->forms; form->endings; form++) {
        if (!goes_with(form, deciding))
            continue;
        struct str all = str_of(form->endings);
        struct str first = {NULL, 0};
        (void)str_cut(&all, '|', &first);
        builder_print(&out, "%s.%.*s",
                      i == 0           ? ""
                      : i + 1 == count ? " or "
                                       : ", ",
                      STR_ARGS(first));
        i++;
    }
    return builder_str(&out);
}

static const struct form *form_with(const struct request *request, struct str ending)
{
    const char *deciding = deciding_option(request);
    for (const struct form *form = request->verb->forms; form->endings; form++)
        if (goes_with(form, deciding) && (ending.length == 0 || has_ending(form, ending)))
            return form;
    return NULL;
}

static bool choose_form(struct request *request, struct str ending)
{
    if (!request->verb->forms)
        return true;
    request->has_ending = ending.length > 0;
    request->form = form_with(request, ending);
    const struct form *json = form_with(request, STR("json"));
    const char *deciding = deciding_option(request);
    bool wants_json = request_has(request, "json") && json && has_ending(json, STR("json"));
    if (!request->form)
        return request_misuse(request, "-o %s: %s%s%s writes %.*s", request->output,
                              request->verb->name, deciding ? " --" : "", deciding ? deciding : "",
                              STR_ARGS(output_endings(request)));
    if (wants_json && request->has_ending && request->form != json)
        return request_misuse(request, "-o %s: with --json the ending is .json", request->output);
    if (wants_json)
        request->form = json;
    return true;
}

// --- What is read is never replaced

static bool refuse_if(struct request *request, const char *output, const char *input)
{
    if (!input || !request->face->replaces(request->face->self, output, input))
        return true;
    return request_misuse(request, "%s would be replaced by %s, which is read; name another file",
                          input, output);
}

// A case file has a journal beside it.
static bool spare_case(struct request *request, const char *output, const char *path)
{
    static const char *const beside[] = {"", "-wal", "-shm", "-journal"};
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++)
        if (!refuse_if(request, output, arena_print(request->arena, "%s%s", path, beside[i]).bytes))
            return false;
    return true;
}

static bool spare_word(struct request *request, const char *output, enum input_kind kind,
                       const char *word)
{
    const char *rest = word;
    switch (kind) {
    case INPUT_END:
    case INPUT_NAME:
    case NEW_CASE:
    case NEW_FOLDER:
        return true;
    case INPUT_FILE:
    case INPUT_SCENARIO:
    case INPUT_FOLDER:
        return refuse_if(request, output, word);
    case INPUT_ITEM:
        return !request_is_json(word) || refuse_if(request, output, word);
    case INPUT_DRAFT:
        (void)request_party(request, word, &rest);
        return refuse_if(request, output, rest);
    case INPUT_CASE:
        return spare_case(request, output, word);
    }
    return true;
}

static enum input_kind kind_of_word(const struct verb *verb, size_t at)
{
    enum input_kind kind = INPUT_END;
    for (size_t i = 0; i < INPUTS_MAX && i <= at && verb->inputs[i] != INPUT_END; i++)
        kind = verb->inputs[i];
    return kind;
}

static bool spare_inputs(struct request *request, const char *output)
{
    for (size_t i = 0; i < request->words.count; i++)
        if (!spare_word(request, output, kind_of_word(request->verb, i), request_word(request, i)))
            return false;
    for (size_t i = 0; i < request->options.count; i++) {
        const struct option_given *given = LIST_AT(&request->options, struct option_given, i);
        bool is_file = given->option->kind == OPTION_FILE ||
                       (given->option->kind == OPTION_MAYBE_FILE && given->value[0] != '\0');
        if (is_file && !refuse_if(request, output, given->value))
            return false;
    }
    return true;
}

// What a word names that is made: the case or folder is no input, and has no false name.
static bool check_made(struct request *request)
{
    for (size_t i = 0; i < request->words.count; i++) {
        enum input_kind kind = kind_of_word(request->verb, i);
        const char *word = request_word(request, i);
        if (kind != NEW_CASE && kind != NEW_FOLDER)
            continue;
        struct str ending = ending_of(word);
        if (kind == NEW_CASE && ending.length > 0 &&
            !str_equal_ignoring_case(ending, STR("entente")))
            return request_misuse(request, "%s: %s writes .entente", word, request->verb->name);
        if (!spare_inputs(request, word))
            return false;
    }
    return true;
}

bool output_choose(struct request *request)
{
    for (size_t i = 0; i < request->options.count; i++) {
        const struct option_given *given = LIST_AT(&request->options, struct option_given, i);
        if (given->option->kind == OPTION_OUTPUT)
            request->output = strcmp(given->value, "-") == 0 ? NULL : given->value;
    }
    const char *output = request->output;
    if (!choose_form(request, output ? ending_of(output) : STR("")))
        return false;
    return (!output || spare_inputs(request, output)) && check_made(request);
}
