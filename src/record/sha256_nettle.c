// SPDX-License-Identifier: Apache-2.0
// Nettle looks at the processor when it is loaded.
#include "record/sha256.h"

#include <nettle/sha2.h>

_Static_assert(sizeof(struct sha256_ctx) <= sizeof(struct sha256), "Nettle's state has room");
_Static_assert(alignof(struct sha256_ctx) <= alignof(struct sha256), "and stands well");

struct sha256 sha256_make(void)
{
    struct sha256 sha256;
    sha256_init((struct sha256_ctx *)(void *)sha256.room);
    return sha256;
}

void sha256_add(struct sha256 *sha256, const void *bytes, size_t length)
{
    if (length > 0)
        sha256_update((struct sha256_ctx *)(void *)sha256->room, length, bytes);
}

void sha256_done(struct sha256 *sha256, unsigned char hash[SHA256_BYTES])
{
    sha256_digest((struct sha256_ctx *)(void *)sha256->room, SHA256_BYTES, hash);
}
