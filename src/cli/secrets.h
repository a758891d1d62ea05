// SPDX-License-Identifier: Apache-2.0
// The passphrase and the seed of one run of the program.

#ifndef ENTENTE_CLI_SECRETS_H
#define ENTENTE_CLI_SECRETS_H

#include "base/error.h"

// Guarded memory that lives until secrets_wipe; from the first on, no core is dumped.
void *secret_take(size_t bytes);
// The first line of a file, or of standard input for "-", without its line feed.
// Errors: those of file_read; TOO_LARGE above 64 KiB
bool secret_read_line(const char *path, const char **line, struct error *error) MUST_CHECK;
// Wipes them all and gives them back.
void secrets_wipe(void);

#endif
