// SPDX-License-Identifier: Apache-2.0
// Proofs that stand without the case: that an entry is in a log, that a log only grew. As JSON, and
// back (docs/CASEFILE-FORMAT.md).

#ifndef ENTENTE_RECORD_PROOF_H
#define ENTENTE_RECORD_PROOF_H

#include "base/input_limits.h"
#include "record/record.h"

struct log_proof {
    bool is_growth;
    struct str case_id;
    struct str audience;
    uint64_t size; // of the log, and its root then
    struct hash root;
    struct entry_row entry; // of the entry that is proved
    uint64_t old_size;      // of growth: the log before
    struct hash old_root;
    struct merkle_proof path;
};

// "entry-proof/1" or "growth-proof/1".
const char *proof_kind_name(const struct log_proof *proof);

struct str proof_write(const struct log_proof *proof, struct arena *arena);

// Errors: BAD_INPUT when a member is missing or is not what it must be; those of json_read
bool proof_read(struct str name, struct str text, const struct input_limits *limits,
                struct arena *arena, struct log_proof *proof, struct error *error) MUST_CHECK;

// Whether the hashes lead from the entry, or the old root, to the root that the proof names.
bool proof_holds(const struct log_proof *proof);

#endif
