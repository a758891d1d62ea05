// SPDX-License-Identifier: Apache-2.0
//
//   wrapped = nonce (24) secretbox(seed (32), key = argon2id(passphrase, salt (16), passes, memory))
//   sign and box seeds = BLAKE2b of the seed, sub-keys 1 and 2, context "entente1"
//   bound   = signature of sign on "entente-box/1\n" BOX "\n"
//   a proof = signature of sign on "entente-sign-in/1\n" ORIGIN "\n" CASE "\n" PARTY "\n" NONCE "\n"
//   handed  = signature of the old sign on "entente-keys/2\n" CASE "\n" PARTY "\n" SIGN "\n" BOX "\n"
//   earlier = of each former box key, oldest first: public (32), secret in a sealed box (80) to the new
#include "record/keys.h"

#include "record/box_seal.h"
#include "record/canon.h"
#include "record/guarded.h"
#include "record/hash.h"
#include "record/passphrase.h"

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

static struct str text_of(const unsigned char *bytes, size_t length, struct arena *arena)
{
    return base64_write((struct str){(const char *)bytes, length}, arena);
}

static struct str bound_text(const unsigned char *box, struct arena *arena)
{
    return arena_print(arena, "entente-box/1\n%.*s\n", STR_ARGS(text_of(box, KEY_BYTES, arena)));
}

static struct str handed_text(struct key_owner owner, const struct public_keys *shown,
                              struct arena *arena)
{
    return arena_print(arena, "entente-keys/2\n%.*s\n%.*s\n%.*s\n%.*s\n", STR_ARGS(owner.case_id),
                       STR_ARGS(owner.party), STR_ARGS(text_of(shown->sign, KEY_BYTES, arena)),
                       STR_ARGS(text_of(shown->box, KEY_BYTES, arena)));
}

static const struct json *signature_on(struct str text, const struct secret_keys *keys,
                                       struct arena *arena)
{
    unsigned char signature[SIGNATURE_BYTES];
    crypto_sign_detached(signature, NULL, (const unsigned char *)text.bytes, text.length,
                         keys->sign);
    return base64_value(signature, sizeof signature, arena);
}

static const struct json *record_of(const struct secret_keys *keys, const unsigned char *salt,
                                    const unsigned char *wrapped, struct key_cost cost,
                                    struct arena *arena)
{
    const struct public_keys *shown = &keys->shown;
    struct json_object object = json_object_make(arena);
    json_object_set(&object, STR("bound"),
                    signature_on(bound_text(shown->box, arena), keys, arena));
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
    struct str normal;
    if (!passphrase_normal(passphrase, &normal, error))
        return false;
    struct unwrapping *secret = GUARDED_NEW(struct unwrapping);
    unsigned char salt[crypto_pwhash_SALTBYTES];
    unsigned char wrapped[WRAPPED_BYTES];
    chance_fill(chance, secret->seed, sizeof secret->seed);
    chance_fill(chance, salt, sizeof salt);
    chance_fill(chance, wrapped, crypto_secretbox_NONCEBYTES);
    bool done = wrapping_key(normal, cost, salt, secret->key, error);
    guarded_free((void *)(uintptr_t)normal.bytes);
    if (done) {
        crypto_secretbox_easy(wrapped + crypto_secretbox_NONCEBYTES, secret->seed,
                              sizeof secret->seed, wrapped, secret->key);
        derive(secret);
        *keys = secret->derived;
        *record = record_of(keys, salt, wrapped, cost, arena);
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

// The passphrase as it counts; where that does not open the keys, as it counted when they may have been
// made.
static bool unwrap_either(const struct json *record, struct str passphrase,
                          struct unwrapping *secret, struct error *error)
{
    struct str normal = {NULL, 0};
    struct str old = passphrase_old(passphrase);
    bool is_text = passphrase_normal(passphrase, &normal, error);
    bool done = is_text && unwrap(record, normal, secret, error);
    // Keys that are bound were made when the passphrase counted as it does now.
    bool may_be_old = !done && !json_member(record, "bound") && old.length > 0 &&
                      (!is_text || error->code == FORBIDDEN) &&
                      !(is_text && str_equal(old, normal));
    guarded_free((void *)(uintptr_t)normal.bytes);
    return done || (may_be_old && unwrap(record, old, secret, error));
}

#define EARLIER_BYTES (KEY_BYTES + crypto_box_SEALBYTES + KEY_BYTES)

static bool read_earlier(const struct json *record, struct secret_keys *keys, struct error *error)
{
    const struct json *earlier = json_member(record, "earlier");
    struct arena *arena = arena_open();
    bool done = !earlier || (earlier->kind == JSON_ARRAY && earlier->count <= KEYS_EARLIER_MAX);
    keys->earlier_count = 0;
    for (size_t i = 0; done && earlier && i < earlier->count; i++) {
        struct box_key *key = &keys->earlier[keys->earlier_count++];
        unsigned char shown[KEY_BYTES];
        struct str bytes;
        done = earlier->items[i].kind == JSON_STRING &&
               base64_read(earlier->items[i].text, arena, &bytes) && bytes.length == EARLIER_BYTES;
        if (!done)
            break;
        memcpy(key->shown, bytes.bytes, KEY_BYTES);
        done = crypto_box_seal_open(key->secret, (const unsigned char *)bytes.bytes + KEY_BYTES,
                                    EARLIER_BYTES - KEY_BYTES, keys->shown.box, keys->box) == 0 &&
               crypto_scalarmult_base(shown, key->secret) == 0 &&
               memcmp(shown, key->shown, KEY_BYTES) == 0;
    }
    arena_close(arena);
    return done || error_set(error, TAMPERED, "the key record's earlier keys are not its own");
}

bool keys_unlock(const struct json *record, struct str passphrase, struct secret_keys *keys,
                 struct error *error)
{
    struct unwrapping *secret = GUARDED_NEW(struct unwrapping);
    bool done = unwrap_either(record, passphrase, secret, error) &&
                read_earlier(record, &secret->derived, error);
    if (done)
        *keys = secret->derived;
    guarded_free(secret);
    return done;
}

// One former key, sealed to the new one with our own randomness: crypto_box_seal draws its own.
static const struct json *seal_earlier(const struct box_key *key, const unsigned char *box,
                                       struct chance *chance, struct arena *arena)
{
    unsigned char bytes[EARLIER_BYTES];
    memcpy(bytes, key->shown, KEY_BYTES);
    box_seal(bytes + KEY_BYTES, key->secret, box, chance);
    return base64_value(bytes, sizeof bytes, arena);
}

bool keys_exchange(const struct secret_keys *old, struct key_owner owner, struct str passphrase,
                   struct key_cost cost, struct chance *chance, struct arena *arena,
                   const struct json **record, struct error *error)
{
    if (old->earlier_count == KEYS_EARLIER_MAX)
        return error_set(error, TOO_LARGE, "keys can be exchanged %d times", KEYS_EARLIER_MAX);
    struct secret_keys *keys = GUARDED_NEW(struct secret_keys);
    const struct json *made;
    bool done = keys_make(passphrase, cost, chance, arena, keys, &made, error);
    if (done) {
        struct json *earlier = ARENA_ARRAY(arena, struct json, old->earlier_count + 1);
        struct json list = {.kind = JSON_ARRAY, .items = earlier, .count = old->earlier_count + 1};
        for (size_t i = 0; i < old->earlier_count; i++)
            earlier[i] = *seal_earlier(&old->earlier[i], keys->shown.box, chance, arena);
        struct box_key *last = GUARDED_NEW(struct box_key);
        memcpy(last->secret, old->box, KEY_BYTES);
        memcpy(last->shown, old->shown.box, KEY_BYTES);
        earlier[old->earlier_count] = *seal_earlier(last, keys->shown.box, chance, arena);
        guarded_free(last);
        struct json_object object = json_object_from(arena, made);
        json_object_set(&object, STR("earlier"), &list);
        json_object_set(&object, STR("handed"),
                        signature_on(handed_text(owner, &keys->shown, arena), old, arena));
        *record = json_object_done(&object, arena);
    }
    guarded_free(keys);
    return done;
}

static bool is_signed_by(const struct json *record, const char *name, struct str text,
                         const unsigned char *sign)
{
    unsigned char signature[SIGNATURE_BYTES];
    struct error missing;
    return read_bytes(record, name, signature, sizeof signature, &missing) &&
           crypto_sign_verify_detached(signature, (const unsigned char *)text.bytes, text.length,
                                       sign) == 0;
}

bool keys_are_handed(struct key_owner owner, const struct json *before, const struct json *after)
{
    struct public_keys old;
    struct public_keys new;
    struct error unread;
    if (!keys_public(before, &old, &unread) || !keys_public(after, &new, &unread))
        return false;
    if (memcmp(&old, &new, sizeof old) == 0)
        return true;
    struct arena *arena = arena_open();
    bool is_good = is_signed_by(after, "handed", handed_text(owner, &new, arena), old.sign);
    arena_close(arena);
    return is_good;
}

bool keys_are_bound(const struct json *record)
{
    struct public_keys keys;
    struct error unread;
    if (!keys_public(record, &keys, &unread))
        return false;
    struct arena *arena = arena_open();
    bool is_good = is_signed_by(record, "bound", bound_text(keys.box, arena), keys.sign);
    arena_close(arena);
    return is_good;
}

bool keys_check_new(const struct json *record, struct error *error)
{
    enum { MEMBERS = 7 };
    struct key_cost cost;
    unsigned char salt[crypto_pwhash_SALTBYTES];
    unsigned char wrapped[WRAPPED_BYTES];
    struct public_keys shown;
    return read_bytes(record, "salt", salt, sizeof salt, error) &&
           read_bytes(record, "wrapped", wrapped, sizeof wrapped, error) &&
           read_cost(record, &cost, error) && keys_public(record, &shown, error) &&
           ((record->count == MEMBERS && keys_are_bound(record)) ||
            error_set(error, BAD_INPUT, "this is not the record of new keys"));
}

static struct str sign_in_text(const struct sign_in *sign_in, struct arena *arena)
{
    return arena_print(arena, "entente-sign-in/1\n%.*s\n%.*s\n%.*s\n%.*s\n",
                       STR_ARGS(sign_in->origin), STR_ARGS(sign_in->case_id),
                       STR_ARGS(sign_in->party), STR_ARGS(sign_in->nonce));
}

struct str keys_prove(const struct sign_in *sign_in, const struct secret_keys *keys,
                      struct arena *arena)
{
    return signature_on(sign_in_text(sign_in, arena), keys, arena)->text;
}

bool keys_are_proved(const struct sign_in *sign_in, struct str proof, const struct json *record)
{
    struct public_keys keys;
    struct error unread;
    struct str bytes;
    if (!keys_public(record, &keys, &unread))
        return false;
    struct arena *arena = arena_open_small();
    struct str text = sign_in_text(sign_in, arena);
    bool is_good =
        base64_read(proof, arena, &bytes) && bytes.length == SIGNATURE_BYTES &&
        crypto_sign_verify_detached((const unsigned char *)bytes.bytes,
                                    (const unsigned char *)text.bytes, text.length, keys.sign) == 0;
    arena_close(arena);
    return is_good;
}
