// SPDX-License-Identifier: Apache-2.0
#include "verbs/run.h"

#include "base/checked.h"
#include "base/database_address.h"
#include "verbs/hints.h"
#include "verbs/output.h"

#include <string.h>

static const struct option *option_named(const struct verb *verb, struct str name)
{
    for (const struct option *option = verb->options; option && option->name; option++)
        if (str_equal(str_of(option->name), name))
            return option;
    return NULL;
}

static bool is_choice(const char *choices, const char *value)
{
    struct str rest = str_of(choices);
    struct str choice;
    while (str_cut(&rest, '|', &choice))
        if (str_equal(choice, str_of(value)))
            return true;
    return false;
}

static bool check_number(struct request *request, const struct option *option, const char *value)
{
    int64_t number;
    if (checked_parse(str_of(value), &number) && number >= option->least && number <= option->most)
        return true;
    if (option->most == INT64_MAX)
        return request_misuse(request, "\"%s\" is not a number from %lld", value,
                              (long long)option->least);
    return request_misuse(request, "--%s takes a number up to %lld", option->name,
                          (long long)option->most);
}

static bool add_option(struct request *request, const struct option *option, const char *value)
{
    bool is_maybe = option->kind == OPTION_MAYBE_FILE;
    if (option->value && !value && !is_maybe)
        return request_misuse(request, "%s%s wants a value: %s", option->name[1] ? "--" : "-",
                              option->name, option->value);
    if (!option->value && value)
        return request_misuse(request, "--%s takes no value", option->name);
    if (option->kind == OPTION_CHOICE && !is_choice(option->choices, value))
        return request_misuse(request, "--%s does not know \"%s\"; it takes one of %s",
                              option->name, value, option->choices);
    if (option->kind == OPTION_NUMBER && !check_number(request, option, value))
        return false;
    *LIST_ADD(&request->options, struct option_given) =
        (struct option_given){option, value ? value : ""};
    return true;
}

// One option; *at is its word, and then the last that was taken.
static bool read_option(struct request *request, const char *const *words, size_t count, size_t *at)
{
    const char *word = words[*at];
    const char *value = NULL;
    struct str name = str_of(word + (word[1] == '-' ? 2 : 1));
    size_t equals = str_find_byte(name, '=');
    if (equals < name.length) {
        value = name.bytes + equals + 1;
        name = str_slice(name, 0, equals);
    }
    const struct option *option = option_named(request->verb, name);
    if (!option)
        return request_misuse(request, "%s does not know the option %s; %.*s", request->verb->name,
                              word, STR_ARGS(hint_of_option(request->verb, name, request->arena)));
    bool ends = *at + 1 >= count || (option->kind == OPTION_MAYBE_FILE && words[*at + 1][0] == '-');
    if (option->value && !value && !ends)
        value = words[++*at];
    return add_option(request, option, value);
}

// Before any message can quote it.
static bool refuse_passwords(struct request *request, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *value = strchr(words[i], '=');
        if (has_database_password(words[i]) || (value && has_database_password(value + 1)))
            return request_misuse(request, "no password belongs into an address, where others can "
                                           "read it; put it into the file ~/.pgpass, or one that "
                                           "PGPASSFILE names");
    }
    return true;
}

static bool read_words(struct request *request, const char *const *words, size_t count)
{
    bool only_words = false;
    for (size_t i = 0; i < count; i++) {
        const char *word = words[i];
        if (only_words || word[0] != '-' || word[1] == '\0')
            *LIST_ADD(&request->words, const char *) = word;
        else if (strcmp(word, "--") == 0)
            only_words = true;
        else if (!read_option(request, words, count, &i))
            return false;
    }
    return true;
}

bool verb_run(struct request *request, const struct verb *verb, const struct face *face,
              const char *const *words, size_t count, struct arena *arena)
{
    *request = (struct request){.verb = verb,
                                .face = face,
                                .arena = arena,
                                .options = LIST_MAKE(arena, struct option_given),
                                .words = LIST_MAKE(arena, const char *),
                                .error = {.code = ENTENTE_BAD_INPUT}};
    return refuse_passwords(request, words, count) && read_words(request, words, count) &&
           output_choose(request) && (!verb->run || verb->run(request));
}
