// SPDX-License-Identifier: Apache-2.0
// The record as one text file, a line for each entry: for mailing, version control and verifiers.

#ifndef ENTENTE_CASEFILE_BUNDLE_H
#define ENTENTE_CASEFILE_BUNDLE_H

#include "casefile/casefile.h"

// Is this the beginning of a bundle?
bool bundle_is(struct str text);

// Writes the logs that the viewer may see whole, with their checkpoints and files; with_sealed:
// the sealed logs of the others too, as they are. *gone is how many of the entries were taken out.
bool bundle_write(struct casefile *casefile, bool with_sealed, struct builder *out, size_t *gone,
                  struct error *error) MUST_CHECK;

// Puts all that a bundle holds into an empty store, inside a transaction. The form of every line is
// checked; whether the hashes are right is the audit's business.
// Errors: BAD_INPUT when it is no bundle; TAMPERED with the line that is not in canonical form
bool bundle_read(struct str source, struct str text, struct store *store,
                 struct error *error) MUST_CHECK;

#endif
