// SPDX-License-Identifier: Apache-2.0
// Links of invited parties over the end of the program: beside the case, for its owner alone, and of each
// link only what it is recognised by. Those to a case in a database lie in memory alone.

#ifndef ENTENTE_SERVE_INVITATIONS_H
#define ENTENTE_SERVE_INVITATIONS_H

#include "serve/cases.h"

// Takes up what lies beside the cases. What cannot be read there invites nobody.
void invitations_read(const struct cases *cases, struct sessions *sessions);
// Writes down the links to a case as they are now. Errors: those of file_write_private
bool invitations_write(const struct case_file *file, struct sessions *sessions,
                       struct error *error) MUST_CHECK;

#endif
