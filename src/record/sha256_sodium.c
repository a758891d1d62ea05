// SPDX-License-Identifier: Apache-2.0
// Where Nettle is not at hand: the same in portable C, four times as slow on processors that could do better.
#include "record/sha256.h"

#include <sodium.h>

_Static_assert(sizeof(crypto_hash_sha256_state) <= sizeof(struct sha256),
               "libsodium's state has room");
_Static_assert(alignof(crypto_hash_sha256_state) <= alignof(struct sha256), "and stands well");

struct sha256 sha256_make(void)
{
    struct sha256 sha256;
    crypto_hash_sha256_init((crypto_hash_sha256_state *)(void *)sha256.room);
    return sha256;
}

void sha256_add(struct sha256 *sha256, const void *bytes, size_t length)
{
    if (length > 0)
        crypto_hash_sha256_update((crypto_hash_sha256_state *)(void *)sha256->room, bytes, length);
}

void sha256_done(struct sha256 *sha256, unsigned char hash[SHA256_BYTES])
{
    crypto_hash_sha256_final((crypto_hash_sha256_state *)(void *)sha256->room, hash);
}
