// SPDX-License-Identifier: Apache-2.0
// Unguessable bytes from one seed that the caller gives: the library itself draws none.

#ifndef ENTENTE_RECORD_CHANCE_H
#define ENTENTE_RECORD_CHANCE_H

#include "base/str.h"

#include <stddef.h>
#include <stdint.h>

#define CHANCE_SEED_BYTES 32

// A stream of bytes; the same seed, bound to the same, gives the same stream. The seed is as secret as
// the keys that are made of it, so it stays where the caller keeps it.
struct chance {
    const unsigned char *seed;              // borrowed, CHANCE_SEED_BYTES
    uint64_t drawn;                         // calls so far
    unsigned char bound[CHANCE_SEED_BYTES]; // a hash of what it was bound to
};

struct chance chance_make(const unsigned char seed[CHANCE_SEED_BYTES]);
// Binds what is drawn from now on to these bytes besides: a seed that is used twice, for another text
// or at another place of the record, gives other keys and nonces.
void chance_bind(struct chance *chance, struct str bytes);
// Writes the next `count` bytes of the stream.
void chance_fill(struct chance *chance, void *bytes, size_t count);

#endif
