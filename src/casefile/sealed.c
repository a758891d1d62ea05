// SPDX-License-Identifier: Apache-2.0
//
//   "entente-sealed/1\n"            17 bytes
//   n                               1 byte, a multiple of 4: stanzas
//   n stanzas                       80 bytes each: item key (32) in a sealed box, or a dummy
//   nonce                           24 bytes
//   ciphertext                      XChaCha20-Poly1305 of the padded text; all above is bound in
//
//   padded text = length (8, big-endian) text zeros, to a power of two from 512
#include "casefile/sealed.h"

#include "record/box_seal.h"
#include "record/guarded.h"

#include <assert.h>
#include <sodium.h>
#include <string.h>

#define STANZA_BYTES ((size_t)crypto_box_SEALBYTES + KEY_BYTES)
#define STANZA_STEP 4
#define NONCE_BYTES crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define TAG_BYTES crypto_aead_xchacha20poly1305_ietf_ABYTES
#define PADDED_MIN 512

static const struct str magic = STR_INIT("entente-sealed/1\n");

// What is secret while something is sealed; in guarded memory.
struct sealing {
    unsigned char key[KEY_BYTES]; // of the item
    unsigned char dummy[KEY_BYTES];
};

static size_t padded_length(size_t length)
{
    size_t padded = PADDED_MIN;
    while (padded < length + 8)
        padded *= 2;
    return padded;
}

struct str sealed_make(struct str plain, const struct public_keys *readers, size_t count,
                       struct chance *chance, struct arena *arena)
{
    assert(count > 0 && count <= SEALED_READERS_MAX);
    size_t stanzas = (count + STANZA_STEP - 1) / STANZA_STEP * STANZA_STEP;
    size_t padded = padded_length(plain.length);
    size_t header = magic.length + 1 + stanzas * STANZA_BYTES;
    size_t all = header + NONCE_BYTES + padded + TAG_BYTES;
    unsigned char *out = arena_take(arena, all, 1);
    struct sealing *sealing = GUARDED_NEW(struct sealing);
    chance_bind(chance, plain);
    chance_fill(chance, sealing->key, sizeof sealing->key);
    memcpy(out, magic.bytes, magic.length);
    out[magic.length] = (unsigned char)stanzas; // at most 200
    unsigned char *stanza = out + magic.length + 1;
    for (size_t i = 0; i < stanzas; i++, stanza += STANZA_BYTES) {
        unsigned char nobody[KEY_BYTES];
        chance_fill(chance, sealing->dummy, sizeof sealing->dummy);
        crypto_scalarmult_base(nobody, sealing->dummy);
        box_seal(stanza, sealing->key, i < count ? readers[i].box : nobody, chance);
    }
    unsigned char *nonce = stanza;
    chance_fill(chance, nonce, NONCE_BYTES);
    unsigned char *text = nonce + NONCE_BYTES; // sealed in place
    for (size_t i = 0; i < 8; i++)
        text[i] = (unsigned char)((uint64_t)plain.length >> (56 - 8 * i));
    if (plain.length > 0)
        memcpy(text + 8, plain.bytes, plain.length);
    crypto_aead_xchacha20poly1305_ietf_encrypt(text, NULL, text, padded, out, header, NULL, nonce,
                                               sealing->key);
    guarded_free(sealing);
    return (struct str){(const char *)out, all};
}

bool sealed_is(struct str bytes)
{
    return str_starts_with(bytes, magic);
}

bool sealed_is_whole(struct str bytes)
{
    if (!sealed_is(bytes) || bytes.length < magic.length + 1)
        return false;
    size_t stanzas = (unsigned char)bytes.bytes[magic.length];
    size_t around = magic.length + 1 + stanzas * STANZA_BYTES + NONCE_BYTES + TAG_BYTES;
    size_t padded = bytes.length < around ? 0 : bytes.length - around;
    return stanzas > 0 && stanzas % STANZA_STEP == 0 && stanzas <= SEALED_READERS_MAX &&
           padded >= PADDED_MIN && (padded & (padded - 1)) == 0;
}

static bool open_key(const unsigned char *stanzas, size_t count, const struct secret_keys *keys,
                     unsigned char key[KEY_BYTES])
{
    for (size_t i = 0; i < count; i++)
        if (crypto_box_seal_open(key, stanzas + i * STANZA_BYTES, STANZA_BYTES, keys->shown.box,
                                 keys->box) == 0)
            return true;
    for (size_t k = keys->earlier_count; k-- > 0;)
        for (size_t i = 0; i < count; i++)
            if (crypto_box_seal_open(key, stanzas + i * STANZA_BYTES, STANZA_BYTES,
                                     keys->earlier[k].shown, keys->earlier[k].secret) == 0)
                return true;
    return false;
}

bool sealed_open(struct str sealed, const struct secret_keys *keys, struct arena *arena,
                 struct str *plain)
{
    if (!sealed_is(sealed) || sealed.length < magic.length + 1)
        return false;
    const unsigned char *in = (const unsigned char *)sealed.bytes;
    size_t stanzas = in[magic.length];
    size_t header = magic.length + 1 + stanzas * STANZA_BYTES;
    if (sealed.length < header + NONCE_BYTES + TAG_BYTES + PADDED_MIN)
        return false;
    size_t length = sealed.length - header - NONCE_BYTES;
    unsigned char *text = arena_take(arena, length, 1);
    unsigned char *key = guarded_take(KEY_BYTES);
    bool opened =
        open_key(in + magic.length + 1, stanzas, keys, key) &&
        crypto_aead_xchacha20poly1305_ietf_decrypt(text, NULL, NULL, in + header + NONCE_BYTES,
                                                   length, in, header, in + header, key) == 0;
    guarded_free(key);
    if (!opened)
        return false;
    uint64_t said = 0;
    for (size_t i = 0; i < 8; i++)
        said = said << 8 | text[i];
    if (said > length - TAG_BYTES - 8)
        return false;
    *plain = (struct str){(const char *)text + 8, (size_t)said};
    return true;
}
