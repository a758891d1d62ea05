// SPDX-License-Identifier: Apache-2.0
// A slot as a merge found it, before the case knows it by a name.

#ifndef ENTENTE_CASEFILE_FOUND_SLOT_H
#define ENTENTE_CASEFILE_FOUND_SLOT_H

#include "base/arena.h"

struct found_variant {
    struct str text;
    const struct str *parties; // ids of parties and groups
    size_t party_count;
};

// A slot as a merge found it; variants[0] is the base's wording.
struct found_slot {
    struct str point; // label path; may be empty
    size_t place;     // where it stands in the base: a byte of its text
    struct str before;
    struct str after;
    const struct found_variant *variants;
    size_t variant_count;
    uint32_t number; // of the slot in the merge; the case keeps no note of it
};

// The name of a wording: the first 12 hex digits of its SHA-256.
struct str slot_variant_id(struct str text, struct arena *arena);

#endif
