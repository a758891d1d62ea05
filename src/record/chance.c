// SPDX-License-Identifier: Apache-2.0
#include "record/chance.h"

#include <sodium.h>
#include <string.h>

struct chance chance_make(const unsigned char seed[CHANCE_SEED_BYTES])
{
    return (struct chance){.seed = seed};
}

void chance_bind(struct chance *chance, struct str bytes)
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, chance->bound, sizeof chance->bound, sizeof chance->bound);
    crypto_generichash_update(&state, (const unsigned char *)bytes.bytes, bytes.length);
    crypto_generichash_final(&state, chance->bound, sizeof chance->bound);
    sodium_memzero(&state, sizeof state);
}

void chance_fill(struct chance *chance, void *bytes, size_t count)
{
    // Every draw has a key of its own, from the seed, what it is bound to and its number.
    static const unsigned char nonce[crypto_stream_xchacha20_NONCEBYTES];
    unsigned char told[sizeof chance->bound + 8];
    unsigned char key[crypto_stream_xchacha20_KEYBYTES];
    memcpy(told, chance->bound, sizeof chance->bound);
    for (size_t i = 0; i < 8; i++)
        told[sizeof chance->bound + i] = (unsigned char)(chance->drawn >> (8 * i));
    chance->drawn++;
    crypto_generichash(key, sizeof key, told, sizeof told, chance->seed, CHANCE_SEED_BYTES);
    crypto_stream_xchacha20(bytes, count, nonce, key);
    sodium_memzero(key, sizeof key);
}
