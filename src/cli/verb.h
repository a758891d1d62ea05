// SPDX-License-Identifier: Apache-2.0
// The table of verbs: one entry a command, from which the parser, the help, the man page and the
// shell completion are all made.

#ifndef ENTENTE_CLI_VERB_H
#define ENTENTE_CLI_VERB_H

#include <stddef.h>

// "--as FORM": name "as", value "FORM"; a flag has value NULL; `o` with value is "-o FILE".
struct option {
    const char *name;
    const char *value;   // what stands for the value in the help; NULL for a flag
    const char *choices; // "a|b|c": only these are accepted, and completed; NULL: anything
    const char *help;    // one sentence without a full stop
};

struct arguments;

struct verb {
    const char *name;
    const char *usage;            // "BASE PARTY=FILE…"
    const char *purpose;          // one sentence without a full stop, for the list of verbs
    const char *details;          // paragraphs for help and the man page, scdoc text; may be NULL
    const struct option *options; // ends with name == NULL; may be NULL
    int (*run)(const struct arguments *arguments); // gives the exit code
};

// What the verbs from `first` on answer.
struct verb_heading {
    const struct verb *first;
    const char *title;
};

// All verbs in the order of the help, and their headings; each ends with NULL.
struct verb_table {
    const struct verb *const *verbs;
    const struct verb_heading *headings;
};

// Exit codes.
enum { EXIT_DONE = 0, EXIT_NO = 1, EXIT_BAD = 2, EXIT_LIMIT = 3 };

#endif
