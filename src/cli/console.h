// SPDX-License-Identifier: Apache-2.0
// The face of the command line: files in, the answer out, errors said in one line.

#ifndef ENTENTE_CLI_CONSOLE_H
#define ENTENTE_CLI_CONSOLE_H

#include "verbs/request.h"

// Exit codes.
enum { EXIT_DONE = 0, EXIT_NO = 1, EXIT_BAD = 2, EXIT_LIMIT = 3 };

// What the verbs ask of the command line: files by their paths, the system's clock and randomness,
// bounds with a stop flag that Ctrl-C sets and progress shown on a terminal.
struct face console_face(void);

// Says "entente: message" on standard error and gives the exit code for it.
int console_refuse(const struct entente_error *error);
// The same for a verb that there is not.
int console_unknown_verb(const char *name);

// Hands over what came of a request: the output to its file or standard output, the summaries to
// standard error, an error when it was not done. Gives the exit code: EXIT_NO only if that counts as
// a failure and the answer is no.
int console_finish(const struct request *request, bool done);

#endif
