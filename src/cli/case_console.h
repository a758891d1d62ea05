// SPDX-License-Identifier: Apache-2.0
// What the commands on a case have in common: whose eyes, which time, which readers.

#ifndef ENTENTE_CLI_CASE_CONSOLE_H
#define ENTENTE_CLI_CASE_CONSOLE_H

#include "cli/console.h"

#include <entente/case.h>

// Options of every command that looks at a case; stand in a verb's table of options.
#define CASE_VIEW_OPTIONS                                                                          \
    {"as", "PARTY", NULL, "look and act as this party, or \"public\""},                            \
    {                                                                                              \
        "passphrase-file", "FILE", NULL, "the passphrase that opens what is sealed to the party"   \
    }
#define CASE_AS_OF_OPTION                                                                          \
    {                                                                                              \
        "as-of", "DATE", NULL, "the case as it was at the end of that day, or at that time"        \
    }
#define CASE_JSON_OPTION                                                                           \
    {                                                                                              \
        "json", NULL, NULL, "print JSON"                                                           \
    }
// Options of every command that adds to the record.
#define CASE_ACT_OPTIONS                                                                           \
    CASE_VIEW_OPTIONS, CASE_JSON_OPTION,                                                           \
        {"readers", "WHO", NULL, "who may read it: public, all, mediator, party:ID or group:ID"},  \
        {"with-mediator", NULL, NULL, "what is sealed may be read by the mediators too"},          \
        {"now", "TIME", NULL, "the time of the act, 2025-12-20T10:00:00Z; default: the clock"},    \
    {                                                                                              \
        "seed", "HEX", NULL, "64 hex digits in place of fresh randomness, to repeat a test"        \
    }

// The view that --as, --passphrase-file and --as-of ask for. False: the error was said.
bool case_view(const struct arguments *arguments, struct entente_case_view *view) MUST_CHECK;
// Opens the case that the first word names. False: the error was said, *code is the exit code.
bool case_open(const struct arguments *arguments, struct entente_case **opened,
               int *code) MUST_CHECK;

// The frame of an act. The seed lives until secrets_wipe.
bool case_act(const struct arguments *arguments, struct entente_act *act) MUST_CHECK;

// A name for a new case, made from the act's seed without giving it away.
const char *case_new_name(const struct arguments *arguments, const struct entente_act *act);

// The options whose names are not of this header, as fields; count in *count.
const struct entente_field *case_fields(const struct arguments *arguments, size_t *count);

// A whole number not below 0. False: the error was said.
bool case_count(const char *text, uint64_t *count) MUST_CHECK;

enum entente_case_form case_form(const struct arguments *arguments);

// A command's own part on an open case: fills the answer. `what` is whatever the command hands on;
// an error without a message was said already.
typedef bool case_verb(struct entente_case *handle, const void *what,
                       struct entente_answer **answer, struct entente_error *error);
// Opens the case, runs the verb and hands its answer over: to -o, else to standard output.
int case_answer(const struct arguments *arguments, case_verb *verb, const void *what);
// The same for a command that adds something: with --json the answer's output, else its summary.
int case_enter(const struct arguments *arguments, case_verb *verb, const void *what);

// An item that goes in, and the frame of its act.
struct case_entering {
    struct entente_entering entering;
    struct entente_act act;
};
case_verb case_enter_item; // `what` is a struct case_entering

// Is the word JSON from a file or standard input?
bool case_is_json(const char *word);

#endif
