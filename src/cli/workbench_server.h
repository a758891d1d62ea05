// SPDX-License-Identifier: Apache-2.0
// entente serve, from the command line.

#ifndef ENTENTE_CLI_WORKBENCH_SERVER_H
#define ENTENTE_CLI_WORKBENCH_SERVER_H

#include "verbs/request.h"

// Serves until the program is told to stop. Gives the exit code.
int workbench_server_run(struct request *request);

// Works until it is told to stop. Gives the exit code.
int workbench_worker_run(struct request *request);

#endif
