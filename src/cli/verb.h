// SPDX-License-Identifier: Apache-2.0
// The table of verbs: one entry a command, from which the parser, the help, the man page and the
// shell completion are all made.

#ifndef ENTENTE_CLI_VERB_H
#define ENTENTE_CLI_VERB_H

#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"

#include <entente/entente.h>

// "--as FORM": name "as", value "FORM"; a flag has value NULL; `o` with value is "-o FILE".
struct option {
    const char *name;
    const char *value;   // what stands for the value in the help; NULL for a flag
    const char *choices; // "a|b|c": only these are accepted, and completed; NULL: anything
    const char *help;    // one sentence without a full stop
};

struct option_given {
    const struct option *option;
    const char *value; // NULL for a flag
};

// What stood on the command line after the verb.
struct arguments {
    struct arena *arena;
    struct list options; // struct option_given, in their order
    struct list words;   // const char *: everything else, in order
};

struct verb {
    const char *name;
    const char *usage;            // "BASE PARTY=FILE…"
    const char *purpose;          // one sentence without a full stop, for the list of verbs
    const char *details;          // paragraphs for help and the man page, scdoc text; may be NULL
    const struct option *options; // ends with name == NULL; may be NULL
    int (*run)(const struct arguments *arguments); // gives the exit code
};

// All verbs, in the order of the help; ends with NULL.
extern const struct verb *const verbs[];
const struct verb *verb_named(const char *name);
// The verb that the name misspells by a letter or two, NULL when there is none.
const struct verb *verb_like(const char *name);

// What the verbs from `first` on answer. Ends with NULL.
struct verb_heading {
    const struct verb *first;
    const char *title;
};
extern const struct verb_heading verb_headings[];

// Exit codes.
enum { EXIT_DONE = 0, EXIT_NO = 1, EXIT_BAD = 2, EXIT_LIMIT = 3 };

// The last value given for an option, NULL when it was not given. A flag gives "".
const char *arguments_value(const struct arguments *arguments, const char *option);
// All values given for an option with ", " between them, NULL when it was not given.
const char *arguments_joined(const struct arguments *arguments, const char *option);
bool arguments_has(const struct arguments *arguments, const char *option);
const char *arguments_word(const struct arguments *arguments, size_t i); // NULL past the end

#endif
