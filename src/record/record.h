// SPDX-License-Identifier: Apache-2.0
// The record: for each audience one append-only log of entries under a tree of hashes.
//
// An audience is "public", "all", "mediator", "party:ID" or "group:ID". Each has a log of its own,
// so that nothing about one audience's entries, not even their number, shows in another's.

#ifndef ENTENTE_RECORD_RECORD_H
#define ENTENTE_RECORD_RECORD_H

#include "record/chance.h"
#include "record/merkle.h"
#include "record/store.h"

// The log that was appended to last, as far as it is known; it is believed only where its root is the head's.
#define KNOWN_AUDIENCE_BYTES 80
struct known_log {
    char audience[KNOWN_AUDIENCE_BYTES];
    size_t length; // of the audience; 0: no log is known
    struct merkle tree;
};

struct record {
    struct store *store;
    struct str case_id;
    struct known_log known;
};

// What a leaf of the tree stands for: SHA-256 over case, audience, index, salt, content and the
// hashes of the attachments (docs/CASEFILE-FORMAT.md, section 4).
struct hash record_commitment(struct str case_id, const struct entry_row *row);

// The name of a log in checkpoints: "entente.case/CASE/AUDIENCE".
struct str record_origin(const struct record *record, struct str audience, struct arena *arena);

// Adds an entry at the end of a log, reads it back and compares. Inside a transaction.
//
// attachments   hashes of files that are in the store already, HASH_BYTES each
// Result:       *at is the index of the new entry
// Errors:       IO_FAILED, and then the caller must roll back
bool record_append(struct record *record, struct str audience, struct str content,
                   struct str attachments, struct chance *chance, uint64_t *at,
                   struct error *error) MUST_CHECK;

// Adds an entry that somebody else finished, salt and all, at the end of its log, which is its place.
// Errors: TAMPERED when its commitment or subtree is not that of its bytes; as record_append
bool record_append_made(struct record *record, const struct entry_row *made,
                        struct error *error) MUST_CHECK;

// What is read of a log on the way, from entry to entry, spares reading its tree at the next append.
void record_note(struct record *record, const struct entry_row *row);

// The tree of a log as its subtrees say, at `size` entries, in O(log size) reads.
// Errors: TAMPERED
bool record_tree(struct record *record, struct str audience, uint64_t size, struct merkle *tree,
                 struct error *error) MUST_CHECK;

// Proofs out of the stored subtrees. Errors: NOT_FOUND past the end; TAMPERED
bool record_prove_entry(struct record *record, struct str audience, uint64_t at, uint64_t size,
                        struct merkle_proof *proof, struct error *error) MUST_CHECK;
bool record_prove_growth(struct record *record, struct str audience, uint64_t old_size,
                         uint64_t size, struct merkle_proof *proof, struct error *error) MUST_CHECK;

#endif
