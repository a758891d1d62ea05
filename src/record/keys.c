// SPDX-License-Identifier: Apache-2.0
//
//   wrapped = nonce (24) secretbox(seed (32), key = argon2id(passphrase, salt (16), passes, memory))
//   sign and box seeds = BLAKE2b of the seed, sub-keys 1 and 2, context "entente1"
#include "record/keys.h"

#include "record/canon.h"
#include "record/guarded.h"
#include "record/hash.h"

#include <sodium.h>
#include <string.h>

#define MEMORY_MAX ((int64_t)256 << 20)
#define PASSES_MAX 16
#define WORK_MAX ((int64_t)1 << 30) // passes times memory
#define WRAPPED_BYTES                                                                              \
    (crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + crypto_kdf_KEYBYTES)

const struct key_cost key_cost_default = {3, (int64_t)64 << 20};

// What is secret on the way to the keys; in guarded memory.
struct unwrapping {
    unsigned char key[crypto_secretbox_KEYBYTES]; // from the passphrase
    unsigned char seed[crypto_kdf_KEYBYTES];
    unsigned char part[KEY_BYTES];
    struct secret_keys derived;
};

static void derive(struct unwrapping *secret)
{
    struct secret_keys *keys = &secret->derived;
    crypto_kdf_derive_from_key(secret->part, sizeof secret->part, 1, "entente1", secret->seed);
    crypto_sign_seed_keypair(keys->shown.sign, keys->sign, secret->part);
    crypto_kdf_derive_from_key(secret->part, sizeof secret->part, 2, "entente1", secret->seed);
    crypto_box_seed_keypair(keys->shown.box, keys->box, secret->part);
}

static bool wrapping_key(struct str passphrase, struct key_cost cost, const unsigned char *salt,
                         unsigned char key[crypto_secretbox_KEYBYTES], struct error *error)
{
    if (crypto_pwhash(key, crypto_secretbox_KEYBYTES, passphrase.bytes, passphrase.length, salt,
                      (unsigned long long)cost.passes, (size_t)cost.memory,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        return error_set(error, IO_FAILED,
                         "the passphrase cannot be stretched: it takes %lld MiB "
                         "of memory",
                         (long long)(cost.memory >> 20));
    return true;
}

static const struct json *base64_value(const unsigned char *bytes, size_t length,
                                       struct arena *arena)
{
    return json_of_str(arena, base64_write((struct str){(const char *)bytes, length}, arena));
}

static const struct json *record_of(const struct public_keys *shown, const unsigned char *salt,
                                    const unsigned char *wrapped, struct key_cost cost,
                                    struct arena *arena)
{
    struct json_object object = json_object_make(arena);
    json_object_set(&object, STR("box"), base64_value(shown->box, KEY_BYTES, arena));
    json_object_set(&object, STR("sign"), base64_value(shown->sign, KEY_BYTES, arena));
    json_object_set(&object, STR("salt"), base64_value(salt, crypto_pwhash_SALTBYTES, arena));
    json_object_set(&object, STR("wrapped"), base64_value(wrapped, WRAPPED_BYTES, arena));
    json_object_set(&object, STR("passes"), json_of_int(arena, cost.passes));
    json_object_set(&object, STR("memory"), json_of_int(arena, cost.memory));
    return json_object_done(&object, arena);
}

bool keys_make(struct str passphrase, struct key_cost cost, struct chance *chance,
               struct arena *arena, struct secret_keys *keys, const struct json **record,
               struct error *error)
{
    if (passphrase.length == 0)
        return error_set(error, MISUSE, "the passphrase is empty");
    struct unwrapping *secret = GUARDED_NEW(struct unwrapping);
    unsigned char salt[crypto_pwhash_SALTBYTES];
    unsigned char wrapped[WRAPPED_BYTES];
    chance_fill(chance, secret->seed, sizeof secret->seed);
    chance_fill(chance, salt, sizeof salt);
    chance_fill(chance, wrapped, crypto_secretbox_NONCEBYTES);
    bool done = wrapping_key(passphrase, cost, salt, secret->key, error);
    if (done) {
        crypto_secretbox_easy(wrapped + crypto_secretbox_NONCEBYTES, secret->seed,
                              sizeof secret->seed, wrapped, secret->key);
        derive(secret);
        *keys = secret->derived;
        *record = record_of(&keys->shown, salt, wrapped, cost, arena);
    }
    guarded_free(secret);
    return done;
}

static bool read_bytes(const struct json *record, const char *name, unsigned char *bytes,
                       size_t length, struct error *error)
{
    struct arena *arena = arena_open();
    struct str read = {NULL, 0};
    bool is_right = base64_read(json_text(record, name), arena, &read) && read.length == length;
    if (is_right)
        memcpy(bytes, read.bytes, length);
    arena_close(arena);
    return is_right ||
           error_set(error, BAD_INPUT, "the key record has no %s of %zu bytes", name, length);
}

bool keys_public(const struct json *record, struct public_keys *keys, struct error *error)
{
    struct public_keys read = {.sign = {0}};
    if (!read_bytes(record, "sign", read.sign, KEY_BYTES, error) ||
        !read_bytes(record, "box", read.box, KEY_BYTES, error))
        return false;
    *keys = read;
    return true;
}

static bool read_cost(const struct json *record, struct key_cost *cost, struct error *error)
{
    const struct json *passes = json_member(record, "passes");
    const struct json *memory = json_member(record, "memory");
    // A foreign file must not make this machine work for hours.
    return (passes && memory && json_whole(passes, &cost->passes) &&
            json_whole(memory, &cost->memory) && cost->passes >= 1 && cost->passes <= PASSES_MAX &&
            cost->memory >= (int64_t)crypto_pwhash_MEMLIMIT_MIN && cost->memory <= MEMORY_MAX &&
            cost->passes * cost->memory <= WORK_MAX) ||
           error_set(error, BAD_INPUT, "the key record asks for passes or memory out of range");
}

static bool unwrap(const struct json *record, struct str passphrase, struct unwrapping *secret,
                   struct error *error)
{
    struct key_cost cost = {0, 0};
    unsigned char salt[crypto_pwhash_SALTBYTES];
    unsigned char wrapped[WRAPPED_BYTES];
    struct public_keys shown;
    if (!read_bytes(record, "salt", salt, sizeof salt, error) ||
        !read_bytes(record, "wrapped", wrapped, sizeof wrapped, error) ||
        !read_cost(record, &cost, error) ||
        !wrapping_key(passphrase, cost, salt, secret->key, error))
        return false;
    if (crypto_secretbox_open_easy(secret->seed, wrapped + crypto_secretbox_NONCEBYTES,
                                   sizeof wrapped - crypto_secretbox_NONCEBYTES, wrapped,
                                   secret->key) != 0)
        return error_set(error, FORBIDDEN, "the passphrase does not open this party's keys");
    derive(secret);
    return keys_public(record, &shown, error) &&
           (memcmp(&shown, &secret->derived.shown, sizeof shown) == 0 ||
            error_set(error, TAMPERED, "the key record's public keys are not those of its seed"));
}

bool keys_unlock(const struct json *record, struct str passphrase, struct secret_keys *keys,
                 struct error *error)
{
    struct unwrapping *secret = GUARDED_NEW(struct unwrapping);
    bool done = unwrap(record, passphrase, secret, error);
    if (done)
        *keys = secret->derived;
    guarded_free(secret);
    return done;
}
