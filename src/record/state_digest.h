// SPDX-License-Identifier: Apache-2.0
// One hash for all that the state tables hold: an entry bears it, so that whoever enters the next one
// need not read the whole record to know that nobody wrote into the tables by hand.

#ifndef ENTENTE_RECORD_STATE_DIGEST_H
#define ENTENTE_RECORD_STATE_DIGEST_H

#include "base/list.h"
#include "record/hash.h"
#include "record/store.h"

// A tree of the shape of the log's, over the rows in order of birth, in which leaves may change.
// 1. levels[0] are the leaves; each further level has half as many nodes, rounded up, down to one.
struct state_digest {
    struct arena *arena;
    struct list levels;  // struct list of struct hash
    struct list changed; // size_t: leaves set since the root was asked for
};

// Of a value's canonical text.
struct hash state_value_hash(struct str text);
// Of a row that has such a value.
struct hash state_row_hash(struct str kind, struct str id, struct str born, struct str last,
                           struct hash value);

struct state_digest state_digest_make(struct arena *arena);
struct state_digest state_digest_copy(const struct state_digest *digest, struct arena *arena);
// Sets the leaf with this number; the number of leaves adds one.
void state_digest_set(struct state_digest *digest, size_t number, struct hash leaf);
// Cost: O(changes log rows), O(rows) at most
struct hash state_digest_root(struct state_digest *digest);

// What an entry says of the state after it: "12 9f3c…", the number of public entries, and a hash of
// that and of the rows.
struct str state_digest_text(struct state_digest *digest, uint64_t public_count,
                             struct arena *arena);

#endif
