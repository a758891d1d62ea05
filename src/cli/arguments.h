// SPDX-License-Identifier: Apache-2.0
// Reads a command line against a verb's options.

#ifndef ENTENTE_CLI_ARGUMENTS_H
#define ENTENTE_CLI_ARGUMENTS_H

#include "cli/verb.h"

// words[0..count) follow the verb. "--name=value", "--name value", "-o value"; "--" ends options.
// Errors: MISUSE naming the word, with the nearest known option
bool arguments_read(const struct verb *verb, char **words, size_t count, struct arena *arena,
                    struct arguments *arguments, struct error *error) MUST_CHECK;

#endif
