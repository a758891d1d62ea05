// SPDX-License-Identifier: Apache-2.0
// What a party finished on a machine of its own: sealed entries for the end of its log, and a signed
// checkpoint. Here nothing of it can be opened; that it is the party's is what the signature says.

#ifndef ENTENTE_CASEFILE_HANDED_H
#define ENTENTE_CASEFILE_HANDED_H

#include "casefile/casefile.h"

#define HANDED_ENTRIES_MAX 64
#define HANDED_ENTRY_BYTES_MAX ((size_t)1 << 20)
#define HANDED_FILE_BYTES_MAX ((size_t)16 << 20)

struct handed {
    struct list entries; // struct entry_row
    struct list files;   // struct str
    struct str audience; // of the checkpoint
    int64_t size;        // of its log, as its line says
    struct str note;     // empty: no checkpoint came with it
};

// Reads lines as bundle_write_since writes them, each in canonical form and each of them one of an entry, a
// checkpoint or a file. What is given is borrowed from the text and the arena.
// Errors: BAD_INPUT with the line; TOO_LARGE over one of the bounds above
bool handed_read(struct str source, struct str text, struct arena *arena, struct handed *handed,
                 struct error *error) MUST_CHECK;

// Appends the entries to the log of this party alone, with their files. Between begin and commit.
//
// Result:   *fits is false, and nothing is entered, when the log is no longer as long as the first of them
//           says: somebody entered something in between, or they came before
// Errors:   FORBIDDEN for the log of somebody else; BAD_INPUT for what is not sealed, names a file that
//           did not come, or comes with one that none names; TAMPERED as record_append_made
bool handed_append(struct casefile *casefile, struct str party, const struct handed *handed,
                   bool *fits, struct error *error) MUST_CHECK;

#endif
