// SPDX-License-Identifier: Apache-2.0
// entente work: a process that does what servers over one database put into its row of work.

#ifndef ENTENTE_SERVE_WORKER_H
#define ENTENTE_SERVE_WORKER_H

#include "base/error.h"

// Works until the process is told to stop. Prints a line when it begins, and one for each job it has done.
bool worker_run(const char *place, struct error *error) MUST_CHECK;

#endif
