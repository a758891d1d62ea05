// SPDX-License-Identifier: Apache-2.0
#include "record/guarded.h"

#include "base/memory.h"

#include <sodium.h>
#include <string.h>

void *guarded_take(size_t bytes)
{
    // The first call of the library wants sodium_init; it costs nothing later.
    void *secret = sodium_init() < 0 ? NULL : sodium_malloc(bytes);
    if (!secret)
        memory_exhausted(bytes);
    memset(secret, 0, bytes);
    return secret;
}

void guarded_free(void *secret)
{
    sodium_free(secret);
}

struct str guarded_copy(struct str text)
{
    if (text.length == 0)
        return (struct str){NULL, 0};
    char *copy = guarded_take(text.length);
    memcpy(copy, text.bytes, text.length);
    return (struct str){copy, text.length};
}
