// SPDX-License-Identifier: Apache-2.0
// SHA-256 values and the few texts that stand for them.

#ifndef ENTENTE_RECORD_HASH_H
#define ENTENTE_RECORD_HASH_H

#include "base/arena.h"

#define HASH_BYTES 32

struct hash {
    unsigned char bytes[HASH_BYTES];
};

struct hash hash_of(struct str bytes);
bool hash_equal(struct hash a, struct hash b);
// 64 lower-case hex digits.
struct str hash_hex(struct hash hash, struct arena *arena);
bool hash_from_hex(struct str text, struct hash *hash);

// Standard base64 with padding.
struct str base64_write(struct str bytes, struct arena *arena);
// False when the text is not base64 in its one canonical form.
bool base64_read(struct str text, struct arena *arena, struct str *bytes);

#endif
