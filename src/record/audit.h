// SPDX-License-Identifier: Apache-2.0
// Checks a whole record: every hash, every tree, every checkpoint; says what is wrong and where.

#ifndef ENTENTE_RECORD_AUDIT_H
#define ENTENTE_RECORD_AUDIT_H

#include "record/forgetting.h"
#include "record/note.h"
#include "record/record.h"

// Something that is not as it was recorded: in entries [from, to) of a log.
struct finding {
    struct str audience;
    uint64_t from;
    uint64_t to;
    struct str what; // one sentence without a full stop
};

// A good signature on a checkpoint of a log.
struct attested {
    struct str audience;
    uint64_t size;
    struct str name;
    bool is_trusted; // by a key that whoever asks brought along
};

// What the record is measured against besides itself. Any list may be empty; NULL where one is asked
// for: nothing.
struct audit_against {
    struct list notes;          // struct note: checkpoints that were kept elsewhere
    const struct list *signers; // struct signer: the keys that the record gives; NULL: none
    struct list trusted;        // struct signer: keys that whoever asks knows to be right
    // Is shown every entry that stands in its place, before the signatures are looked at; `signers`
    // may be filled by it. NULL: nobody looks
    void (*see)(void *viewer, const struct entry_row *row);
    void *viewer;
};

struct audit {
    struct list findings;  // struct finding
    struct list heads;     // struct head_row: each log as recomputed
    struct list attested;  // struct attested
    struct list forgotten; // struct forgotten: entries that were taken out
};

// Recomputes everything. Checkpoints are those in the store and those of `against`; each signature
// must be good by the key of its name, the trusted one before that of the record. With trusted
// keys the record may give no other key for their names, each note must be signed by one of them,
// and some checkpoint must be.
//
// Owner:   arena
// Errors:  only what keeps it from reading on (IO_FAILED, damaged pages)
// Cost:    O(entries + bytes)
bool audit_run(struct record *record, const struct audit_against *against, struct arena *arena,
               struct audit *audit, struct error *error) MUST_CHECK;

#endif
