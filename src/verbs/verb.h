// SPDX-License-Identifier: Apache-2.0
// The table of verbs, for every face: the parser, the help, the man page, the shell completion and the
// check of what may be written where are all made from it.

#ifndef ENTENTE_VERBS_VERB_H
#define ENTENTE_VERBS_VERB_H

#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"

#include <entente/entente.h>

enum option_kind {
    OPTION_FLAG,
    OPTION_TEXT,       // anything; what it must be is said by the library
    OPTION_DATE,       // "2031-03-01", as the library reads it
    OPTION_NUMBER,     // a whole number from least to most
    OPTION_CHOICE,     // one of `choices`
    OPTION_FILE,       // the path of a file that is read
    OPTION_OUTPUT,     // the path of what is written
    OPTION_MAYBE_FILE, // a flag; the word behind it that is no option belongs to it
};

// "--as FORM": name "as", value "FORM"; `o` with value is "-o FILE".
struct option {
    const char *name;
    enum option_kind kind;
    const char *value;   // what stands for the value in the help; NULL for a flag
    const char *choices; // "a|b|c": only these are accepted, and completed
    const char *help;    // one sentence without a full stop
    int64_t least, most; // of a number
};

// What a word that is no option is. The last of a verb's inputs stands for all further words.
enum input_kind {
    INPUT_END,
    INPUT_NAME,     // an id, a kind, a wording: no file
    INPUT_FILE,     // a file that is read; "-" is standard input
    INPUT_DRAFT,    // PARTY=FILE, or a file
    INPUT_SCENARIO, // a file, or a folder of such
    INPUT_ITEM,     // an id; or JSON: a path that ends in .json, or "-"
    INPUT_CASE,     // a case file, or a folder that holds a case
    INPUT_FOLDER,   // a folder that is read
    NEW_CASE,       // a case file that is made
    NEW_FOLDER,     // a folder that is made
};
enum { INPUTS_MAX = 6 };

// What a file whose name ends so holds. The first of a verb is also what it gives where no ending
// says: on standard output, and in a file without one.
struct form {
    const char *endings; // "html|htm": the first is the one that is told; "*": any
    int value;           // the verb's own number for it
    const char *option;  // only when this option is given; NULL: when no other form's option is
    bool is_odt;         // the Word file that `value` gives is written as an OpenDocument text
};

struct request;

struct verb {
    const char *name;
    const char *usage;            // "BASE PARTY=FILE…"
    const char *purpose;          // one sentence without a full stop, for the list of verbs
    const char *details;          // paragraphs for help and the man page; may be NULL
    const struct option *options; // ends with name == NULL; may be NULL
    enum input_kind inputs[INPUTS_MAX];
    const struct form *forms; // ends with endings == NULL; NULL: writes nothing that is named by -o
    // Fills the request's answers and gives true, or its error and false. NULL: the face itself does
    // it (the help, the version).
    bool (*run)(struct request *request);
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

#endif
