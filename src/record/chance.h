// SPDX-License-Identifier: Apache-2.0
// Unguessable bytes from one seed that the caller gives: the library itself draws none.

#ifndef ENTENTE_RECORD_CHANCE_H
#define ENTENTE_RECORD_CHANCE_H

#include <stddef.h>
#include <stdint.h>

#define CHANCE_SEED_BYTES 32

// A stream of bytes; the same seed gives the same stream. Never use one seed for two cases. The seed
// is as secret as the keys that are made of it, so it stays where the caller keeps it.
struct chance {
    const unsigned char *seed; // borrowed, CHANCE_SEED_BYTES
    uint64_t drawn;            // calls so far
};

struct chance chance_make(const unsigned char seed[CHANCE_SEED_BYTES]);
// Writes the next `count` bytes of the stream.
void chance_fill(struct chance *chance, void *bytes, size_t count);

#endif
