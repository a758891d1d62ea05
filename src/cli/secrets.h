// SPDX-License-Identifier: Apache-2.0
// The passphrase and the seed of one run of the program.

#ifndef ENTENTE_CLI_SECRETS_H
#define ENTENTE_CLI_SECRETS_H

#include "base/error.h"

// Guarded memory that lives until secrets_wipe; from the first on, no core is dumped.
void *secret_take(size_t bytes);
// A file, or standard input for "-", whole: what of it is the passphrase is said where keys are made.
// Errors: those of file_read; TOO_LARGE above 64 KiB; BAD_INPUT when it holds a NUL byte
bool secret_read(const char *path, const char **text, struct error *error) MUST_CHECK;
// Wipes them all and gives them back.
void secrets_wipe(void);

#endif
