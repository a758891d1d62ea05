// SPDX-License-Identifier: Apache-2.0
// help, version, manual and completion: all four are printed from the table of verbs.

#ifndef ENTENTE_CLI_HELP_H
#define ENTENTE_CLI_HELP_H

#include "verbs/request.h"

// Prints what one of the verbs of the program itself tells, and gives the exit code.
int help_run(const struct request *request);

#endif
