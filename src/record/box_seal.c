// SPDX-License-Identifier: Apache-2.0
#include "record/box_seal.h"

#include "record/guarded.h"

#include <sodium.h>

struct box_sealing {
    unsigned char seed[crypto_box_SEEDBYTES];
    unsigned char secret[crypto_box_SECRETKEYBYTES];
};

// The same bytes that crypto_box_seal makes.
void box_seal(unsigned char *sealed, const unsigned char key[BOX_KEY_BYTES],
              const unsigned char reader[BOX_KEY_BYTES], struct chance *chance)
{
    unsigned char nonce[crypto_box_NONCEBYTES];
    crypto_generichash_state state;
    struct box_sealing *sealing = GUARDED_NEW(struct box_sealing);
    chance_fill(chance, sealing->seed, sizeof sealing->seed);
    crypto_box_seed_keypair(sealed, sealing->secret, sealing->seed);
    crypto_generichash_init(&state, NULL, 0, sizeof nonce);
    crypto_generichash_update(&state, sealed, BOX_KEY_BYTES);
    crypto_generichash_update(&state, reader, BOX_KEY_BYTES);
    crypto_generichash_final(&state, nonce, sizeof nonce);
    if (crypto_box_easy(sealed + BOX_KEY_BYTES, key, BOX_KEY_BYTES, nonce, reader,
                        sealing->secret) != 0)
        chance_fill(chance, sealed, BOX_SEALED_BYTES); // a reader whose key is no key reads nothing
    guarded_free(sealing);
}
