// SPDX-License-Identifier: Apache-2.0
#include "record/chance.h"

#include <sodium.h>

struct chance chance_make(const unsigned char seed[CHANCE_SEED_BYTES])
{
    return (struct chance){seed, 0};
}

void chance_fill(struct chance *chance, void *bytes, size_t count)
{
    // Every draw has a nonce of its own, so no two draws share key stream.
    unsigned char nonce[crypto_stream_xchacha20_NONCEBYTES] = {0};
    for (int i = 0; i < 8; i++)
        nonce[i] = (unsigned char)(chance->drawn >> (8 * i));
    chance->drawn++;
    crypto_stream_xchacha20(bytes, count, nonce, chance->seed);
}
