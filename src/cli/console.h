// SPDX-License-Identifier: Apache-2.0
// What every command does at its ends: files in, the answer out, errors said in one line.

#ifndef ENTENTE_CLI_CONSOLE_H
#define ENTENTE_CLI_CONSOLE_H

#include "cli/arguments.h"

// Says what kept a file from being read, and gives false.
bool console_unread(const struct error *error);
// Reads a file ("-" is standard input) into the arguments' arena; says the error itself.
bool console_read(const struct arguments *arguments, const char *path,
                  struct entente_file *file) MUST_CHECK;
// Says "entente: message" on standard error and gives the exit code for it.
int console_refuse(const struct entente_error *error);
// The same for a mistake on the command line.
int console_misuse(const char *format, ...) __attribute__((format(printf, 1, 2)));
int console_unknown_verb(const struct verb_table *table, const char *name);

// Hands the answer over: the output to `path` (NULL: standard output), the summary to standard
// error, both freed. Gives the exit code: EXIT_NO only if no_is_failure and the answer is no.
int console_finish(struct entente_answer *answer, const char *path, bool no_is_failure);

// Bounds with a stop flag that Ctrl-C sets; at a terminal, standard error shows that work goes on.
struct entente_bounds console_bounds(void);

#endif
