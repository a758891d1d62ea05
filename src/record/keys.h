// SPDX-License-Identifier: Apache-2.0
// A party's keys: one to sign with, one that things are sealed to; both from one secret seed that a
// passphrase wraps.

#ifndef ENTENTE_RECORD_KEYS_H
#define ENTENTE_RECORD_KEYS_H

#include "base/error.h"
#include "codec/json.h"
#include "record/chance.h"

#define KEY_BYTES 32
#define SIGNATURE_BYTES 64
#define KEYS_EARLIER_MAX 16

// What everybody may know.
struct public_keys {
    unsigned char sign[KEY_BYTES]; // Ed25519
    unsigned char box[KEY_BYTES];  // X25519
};

// Lies in guarded memory (guarded.h), the caller's in every function here.
struct secret_keys {
    unsigned char sign[2 * KEY_BYTES];
    unsigned char box[KEY_BYTES];
    struct public_keys shown;
    struct box_key {
        unsigned char secret[KEY_BYTES];
        unsigned char shown[KEY_BYTES];
    } earlier[KEYS_EARLIER_MAX]; // what was sealed to the party before its keys were exchanged
    size_t earlier_count;
};

// How dear guessing a passphrase is: passes and bytes of argon2id.
struct key_cost {
    int64_t passes;
    int64_t memory;
};
// 3 passes over 64 MiB: about a tenth of a second.
extern const struct key_cost key_cost_default;

// Makes new keys and their record: {bound, box, memory, passes, salt, sign, wrapped}.
// Errors: as passphrase_normal
bool keys_make(struct str passphrase, struct key_cost cost, struct chance *chance,
               struct arena *arena, struct secret_keys *keys, const struct json **record,
               struct error *error) MUST_CHECK;

// Whose keys they are: part of what is signed when they are exchanged.
struct key_owner {
    struct str case_id;
    struct str party;
};
// Exchanges keys: the record of new ones has besides "handed", a signature of the old ones on them, and
// "earlier", what opens all that was sealed before.
// Errors: as keys_make; TOO_LARGE after KEYS_EARLIER_MAX exchanges
bool keys_exchange(const struct secret_keys *old, struct key_owner owner, struct str passphrase,
                   struct key_cost cost, struct chance *chance, struct arena *arena,
                   const struct json **record, struct error *error) MUST_CHECK;
// Are the keys of `after` those of `before`, or handed over by them?
bool keys_are_handed(struct key_owner owner, const struct json *before, const struct json *after);
// Does the key that signs vouch for the one that things are sealed to? Keys of format 1 do not.
bool keys_are_bound(const struct json *record);

// Errors: BAD_INPUT when the record is broken or asks for more than 256 MiB, or much time
bool keys_public(const struct json *record, struct public_keys *keys,
                 struct error *error) MUST_CHECK;

// Is it the record of new keys, whole and bound, with nothing beside?
// Errors: BAD_INPUT when it is not, or asks for more than keys_unlock would spend
bool keys_check_new(const struct json *record, struct error *error) MUST_CHECK;

// Who signs in, where, and the words that the place gave for it; none has a line end.
struct sign_in {
    struct str origin; // as the browser knows it
    struct str case_id;
    struct str party;
    struct str nonce;
};
// A signature which says that whoever signs in holds these keys. It is one on nothing else.
struct str keys_prove(const struct sign_in *sign_in, const struct secret_keys *keys,
                      struct arena *arena);
bool keys_are_proved(const struct sign_in *sign_in, struct str proof, const struct json *record);

// Tries the passphrase as it counts now and as it counted in format 1.
// Errors: FORBIDDEN when the passphrase is another one; BAD_INPUT as above
bool keys_unlock(const struct json *record, struct str passphrase, struct secret_keys *keys,
                 struct error *error) MUST_CHECK;

#endif
