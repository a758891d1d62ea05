// SPDX-License-Identifier: Apache-2.0
// SHA-256 values and the few texts that stand for them.

#ifndef ENTENTE_RECORD_HASH_H
#define ENTENTE_RECORD_HASH_H

#include "base/arena.h"
#include "record/sha256.h"

#define HASH_BYTES SHA256_BYTES

struct hash {
    unsigned char bytes[HASH_BYTES];
};

struct hash hash_of(struct str bytes);
bool hash_equal(struct hash a, struct hash b);
// A hash over texts and numbers, each with its length before it, so that none runs into the next.
struct hash_parts {
    struct sha256 sha256;
};
struct hash_parts hash_parts_make(void);
void hash_parts_add(struct hash_parts *parts, struct str text);
void hash_parts_add_number(struct hash_parts *parts, uint64_t number);
struct hash hash_parts_done(struct hash_parts *parts);

// 64 lower-case hex digits.
struct str hash_hex(struct hash hash, struct arena *arena);
// The first digits of it, 64 at most.
struct str hash_start_hex(struct hash hash, size_t digits, struct arena *arena);
bool hash_from_hex(struct str text, struct hash *hash);

// Standard base64 with padding.
struct str base64_write(struct str bytes, struct arena *arena);
// False when the text is not base64 in its one canonical form.
bool base64_read(struct str text, struct arena *arena, struct str *bytes);

#endif
