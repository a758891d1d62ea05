// SPDX-License-Identifier: Apache-2.0
#include "verbs/request.h"

#include "base/checked.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void request_close(struct request *request)
{
    for (size_t i = 0; i < request->answer_count; i++)
        entente_answer_free(request->answers[i]);
    request->answer_count = 0;
}

static void say(struct entente_error *error, const char *format, va_list arguments)
{
    error->code = ENTENTE_BAD_INPUT;
    vsnprintf(error->message, sizeof error->message, format, arguments);
}

bool request_misuse(struct request *request, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    say(&request->error, format, arguments);
    va_end(arguments);
    return false;
}

bool request_read(struct request *request, const char *path, struct entente_file *file)
{
    return request->face->read(request->face->self, path, request->arena, file, &request->error);
}

bool request_read_words(struct request *request, size_t first, struct entente_file *files)
{
    for (size_t i = first; i < request->words.count; i++)
        if (!request_read(request, request_word(request, i), &files[i - first]))
            return false;
    return true;
}

bool request_read_option(struct request *request, const char *option, struct entente_file *file,
                         const struct entente_file **given)
{
    const char *path = request_value(request, option);
    *given = path ? file : NULL;
    return !path || request_read(request, path, file);
}

struct entente_bounds request_bounds(const struct request *request)
{
    return request->face->bounds(request->face->self);
}

bool request_done(struct request *request, bool done, struct entente_answer *answer,
                  bool no_is_failure)
{
    struct entente_bounds bounds = request_bounds(request);
    if (!done)
        return false;
    bool is_odt = request->form && request->form->is_odt && request->output;
    if (is_odt && !entente_answer_as_odt(answer, &bounds, &request->error)) {
        entente_answer_free(answer);
        return false;
    }
    request->answers[request->answer_count++] = answer;
    request->no_is_failure = no_is_failure;
    return true;
}

const char *request_value(const struct request *request, const char *option)
{
    for (size_t i = request->options.count; i > 0; i--) {
        const struct option_given *given = LIST_AT(&request->options, struct option_given, i - 1);
        if (strcmp(given->option->name, option) == 0)
            return given->value;
    }
    return NULL;
}

const char *request_joined(const struct request *request, const char *option)
{
    const char *joined = NULL;
    for (size_t i = 0; i < request->options.count; i++) {
        const struct option_given *given = LIST_AT(&request->options, struct option_given, i);
        if (strcmp(given->option->name, option) != 0)
            continue;
        joined = joined ? arena_print(request->arena, "%s, %s", joined, given->value).bytes
                        : given->value;
    }
    return joined;
}

bool request_has(const struct request *request, const char *option)
{
    return request_value(request, option) != NULL;
}

int64_t request_number(const struct request *request, const char *option, int64_t otherwise)
{
    const char *value = request_value(request, option);
    int64_t number;
    return value && checked_parse(str_of(value), &number) ? number : otherwise;
}

const char *request_word(const struct request *request, size_t i)
{
    return i < request->words.count ? *LIST_AT(&request->words, const char *, i) : NULL;
}

const char *request_party(const struct request *request, const char *word, const char **rest)
{
    const char *equals = strchr(word, '=');
    if (!equals)
        return NULL;
    *rest = equals + 1;
    return arena_c_string(request->arena, (struct str){word, (size_t)(equals - word)});
}

bool request_is_json(const char *word)
{
    return word && (strcmp(word, "-") == 0 || str_ends_with(str_of(word), STR(".json")));
}
