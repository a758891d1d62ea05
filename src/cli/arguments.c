// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.h"

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

static bool add_option(const struct option *option, const char *value, struct arguments *arguments,
                       struct error *error)
{
    if (option->value && !value)
        return error_set(error, MISUSE, "%s%s wants a value: %s", option->name[1] ? "--" : "-",
                         option->name, option->value);
    if (!option->value && value)
        return error_set(error, MISUSE, "--%s takes no value", option->name);
    if (value && option->choices && !is_choice(option->choices, value))
        return error_set(error, MISUSE, "--%s does not know \"%s\"; it takes one of %s",
                         option->name, value, option->choices);
    *LIST_ADD(&arguments->options, struct option_given) =
        (struct option_given){option, value ? value : ""};
    return true;
}

bool arguments_read(const struct verb_table *table, const struct verb *verb, char **words,
                    size_t count, struct arena *arena, struct arguments *arguments,
                    struct error *error)
{
    *arguments = (struct arguments){arena, LIST_MAKE(arena, struct option_given),
                                    LIST_MAKE(arena, const char *), table};
    bool only_words = false;
    for (size_t i = 0; i < count; i++) {
        const char *word = words[i];
        if (only_words || word[0] != '-' || word[1] == '\0') {
            *LIST_ADD(&arguments->words, const char *) = word;
            continue;
        }
        if (strcmp(word, "--") == 0) {
            only_words = true;
            continue;
        }
        struct str name = str_of(word + (word[1] == '-' ? 2 : 1));
        const char *value = NULL;
        size_t equals = str_find_byte(name, '=');
        if (equals < name.length) {
            value = name.bytes + equals + 1;
            name = str_slice(name, 0, equals);
        }
        const struct option *option = option_named(verb, name);
        if (!option)
            return error_set(error, MISUSE, "%s does not know the option %s; see entente help %s",
                             verb->name, word, verb->name);
        if (option->value && !value && i + 1 < count)
            value = words[++i];
        if (!add_option(option, value, arguments, error))
            return false;
    }
    return true;
}

const char *arguments_value(const struct arguments *arguments, const char *option)
{
    for (size_t i = arguments->options.count; i > 0; i--) {
        const struct option_given *given = LIST_AT(&arguments->options, struct option_given, i - 1);
        if (strcmp(given->option->name, option) == 0)
            return given->value;
    }
    return NULL;
}

const char *arguments_joined(const struct arguments *arguments, const char *option)
{
    const char *joined = NULL;
    for (size_t i = 0; i < arguments->options.count; i++) {
        const struct option_given *given = LIST_AT(&arguments->options, struct option_given, i);
        if (strcmp(given->option->name, option) != 0)
            continue;
        joined = joined ? arena_print(arguments->arena, "%s, %s", joined, given->value).bytes
                        : given->value;
    }
    return joined;
}

bool arguments_has(const struct arguments *arguments, const char *option)
{
    return arguments_value(arguments, option) != NULL;
}

const char *arguments_word(const struct arguments *arguments, size_t i)
{
    return i < arguments->words.count ? *LIST_AT(&arguments->words, const char *, i) : NULL;
}
