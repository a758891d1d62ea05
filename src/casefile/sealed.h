// SPDX-License-Identifier: Apache-2.0
// Bytes that only some can read: padded, under a key of their own that is sealed to each reader.

#ifndef ENTENTE_CASEFILE_SEALED_H
#define ENTENTE_CASEFILE_SEALED_H

#include "record/keys.h"

// Seals `plain` to readers[0 .. count), at most SEALED_READERS_MAX. Neither the readers nor the
// length can be told from the result: dummies fill up the readers, zeros the bytes.
#define SEALED_READERS_MAX 200
struct str sealed_make(struct str plain, const struct public_keys *readers, size_t count,
                       struct chance *chance, struct arena *arena);

bool sealed_is(struct str bytes);
// Has it the whole form of what sealed_make gives? What is inside nobody without a key can tell.
bool sealed_is_whole(struct str bytes);

// Result: false when these keys do not open it or it is broken; it does not say which.
bool sealed_open(struct str sealed, const struct secret_keys *keys, struct arena *arena,
                 struct str *plain);

#endif
