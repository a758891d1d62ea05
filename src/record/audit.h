// SPDX-License-Identifier: Apache-2.0
// Checks a whole record: every hash, every tree, every checkpoint; says what is wrong and where.

#ifndef ENTENTE_RECORD_AUDIT_H
#define ENTENTE_RECORD_AUDIT_H

#include "record/note.h"
#include "record/record.h"

// Something that is not as it was recorded: in entries [from, to) of a log.
struct finding {
    struct str audience;
    uint64_t from;
    uint64_t to;
    struct str what; // one sentence without a full stop
};

// What is known of a party's signing key.
struct signer {
    struct str name;
    unsigned char key[KEY_BYTES];
};

// A good signature on a checkpoint of a log.
struct attested {
    struct str audience;
    uint64_t size;
    struct str name;
};

struct audit {
    struct list findings; // struct finding
    struct list heads;    // struct head_row: each log as recomputed
    struct list attested; // struct attested
};

// Recomputes everything. Checkpoints are those in the store and `given` (struct note) besides;
// each signature must be good by the key of its name among `signers` (struct signer).
//
// Owner:   arena
// Errors:  only what keeps it from reading on (IO_FAILED, damaged pages)
// Cost:    O(entries + bytes)
bool audit_run(struct record *record, const struct list *given, const struct list *signers,
               struct arena *arena, struct audit *audit, struct error *error) MUST_CHECK;

#endif
