// SPDX-License-Identifier: Apache-2.0
// The record as one text file, a line for each entry: for mailing, version control and verifiers.

#ifndef ENTENTE_CASEFILE_BUNDLE_H
#define ENTENTE_CASEFILE_BUNDLE_H

#include "casefile/casefile.h"

// Is this the beginning of a bundle?
bool bundle_is(struct str text);

// Which of the sealed logs go with those that the viewer may see whole, as they are.
enum bundle_sealed {
    BUNDLE_NO_SEALED,
    BUNDLE_OWN_SEALED, // the viewer's, keys or not
    BUNDLE_ALL_SEALED,
};

// Writes those logs, with their checkpoints and files. *gone is how many of the entries were taken out.
bool bundle_write(struct casefile *casefile, enum bundle_sealed sealed, struct builder *out,
                  size_t *gone, struct error *error) MUST_CHECK;

// Writes of one log only what came to it since it had `from` entries: their lines, those of the
// checkpoints of more than so many, and of the files; no first line, and no last.
bool bundle_write_since(struct casefile *casefile, struct str audience, uint64_t from,
                        struct builder *out, struct error *error) MUST_CHECK;
// Of one log the line of the checkpoint of so many entries; nothing where there is none.
bool bundle_write_note(struct casefile *casefile, struct str audience, uint64_t size,
                       struct builder *out, struct error *error) MUST_CHECK;
// The entry that a line of a bundle is, borrowed from it and the arena. False: it is none
bool bundle_entry(const struct json *line, struct arena *arena, struct entry_row *row);

// Puts all that a bundle holds into an empty store, inside a transaction. The form of every line is
// checked; whether the hashes are right is the audit's business.
// Errors: BAD_INPUT when it is no bundle; TAMPERED with the line that is not in canonical form
bool bundle_read(struct str source, struct str text, struct store *store,
                 struct error *error) MUST_CHECK;

#endif
