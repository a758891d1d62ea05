// SPDX-License-Identifier: Apache-2.0
// Reads a command line against a verb's options.

#ifndef ENTENTE_CLI_ARGUMENTS_H
#define ENTENTE_CLI_ARGUMENTS_H

#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "cli/verb.h"

#include <entente/entente.h>

struct option_given {
    const struct option *option;
    const char *value; // NULL for a flag
};

// What stood on the command line after the verb.
struct arguments {
    struct arena *arena;
    struct list options; // struct option_given, in their order
    struct list words;   // const char *: everything else, in order
    const struct verb_table *table;
};

// words[0..count) follow the verb, which may look at the whole table. "--name=value", "--name value",
// "-o value"; "--" ends options.
// Errors: MISUSE naming the word, with the nearest known option
bool arguments_read(const struct verb_table *table, const struct verb *verb, char **words,
                    size_t count, struct arena *arena, struct arguments *arguments,
                    struct error *error) MUST_CHECK;

// The last value given for an option, NULL when it was not given. A flag gives "".
const char *arguments_value(const struct arguments *arguments, const char *option);
// All values given for an option with ", " between them, NULL when it was not given.
const char *arguments_joined(const struct arguments *arguments, const char *option);
bool arguments_has(const struct arguments *arguments, const char *option);
const char *arguments_word(const struct arguments *arguments, size_t i); // NULL past the end

#endif
