// SPDX-License-Identifier: Apache-2.0
// Signed notes and checkpoints: the small text formats of the transparency-log world
// (C2SP signed-note, tlog-checkpoint, tlog-cosignature).

#ifndef ENTENTE_RECORD_NOTE_H
#define ENTENTE_RECORD_NOTE_H

#include "base/list.h"
#include "record/hash.h"
#include "record/keys.h"

// What a log was at one moment: its origin, its number of entries, the root of its tree.
struct checkpoint {
    struct str origin;
    uint64_t size;
    struct hash root;
    bool has_previous; // it names the one of the same log that was signed before it
    uint64_t previous_size;
    struct hash previous; // hash of its body
};

// "ORIGIN\nSIZE\nROOT\n", and where there is a previous one "previous SIZE HASH\n"
struct str checkpoint_body(const struct checkpoint *checkpoint, struct arena *arena);

struct note_signature {
    struct str name;  // who signed
    struct str bytes; // key hash (4), then the signature's own bytes
};

struct note {
    struct str body; // ends with a line feed
    struct checkpoint checkpoint;
    struct list signatures; // struct note_signature
};

// A name and the key that its signatures are checked with.
struct signer {
    struct str name;
    unsigned char key[KEY_BYTES];
    uint64_t at;    // of a key that the record gives: the entry of the log "all"
    bool is_handed; // and whether the name's key before it handed over
};

// A key as it is handed out: "NAME+HASH+BASE64", the verifier key of C2SP signed-note.
struct str signer_write(const struct signer *signer, struct arena *arena);
// Errors: BAD_INPUT when it is none, or its hash is not that of its name and key
bool signer_read(struct str text, struct arena *arena, struct signer *signer,
                 struct error *error) MUST_CHECK;
// The one with this name, or NULL. signers: struct signer
const struct signer *signer_named(const struct list *signers, struct str name);

// One line: "— NAME BASE64\n". `name` holds neither white space nor "+".
struct str note_sign(struct str body, struct str name, const struct secret_keys *keys,
                     struct arena *arena);
// A co-signature says besides when (seconds since 1970) the signer saw the checkpoint.
struct str note_cosign(struct str body, struct str name, uint64_t seconds,
                       const struct secret_keys *keys, struct arena *arena);

// Reads a checkpoint that stands in a signed note. Signatures are not checked.
// Errors: BAD_INPUT
bool note_read(struct str source, struct str text, struct arena *arena, struct note *note,
               struct error *error) MUST_CHECK;

// Does the signature say that it is by this key? One that says another is of an unknown key, and C2SP
// signed-note has it passed over.
bool note_names_key(const struct note_signature *signature, const unsigned char key[KEY_BYTES]);

// The note with only the lines of some signatures: those of `keep`, and one more where it is not
// among them.
struct str note_write(struct str body, const struct list *keep, struct str more,
                      struct arena *arena);

// Is this a good signature or co-signature on the body by the holder of this key?
bool note_is_signed(struct str body, const struct note_signature *signature,
                    const unsigned char key[KEY_BYTES]);

#endif
