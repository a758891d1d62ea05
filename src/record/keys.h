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
};

// How dear guessing a passphrase is: passes and bytes of argon2id.
struct key_cost {
    int64_t passes;
    int64_t memory;
};
// 3 passes over 64 MiB: about a tenth of a second.
extern const struct key_cost key_cost_default;

// Makes new keys and their record: {box, memory, passes, salt, sign, wrapped}.
// Errors: MISUSE for an empty passphrase
bool keys_make(struct str passphrase, struct key_cost cost, struct chance *chance,
               struct arena *arena, struct secret_keys *keys, const struct json **record,
               struct error *error) MUST_CHECK;

// Errors: BAD_INPUT when the record is broken or asks for more than 256 MiB, or much time
bool keys_public(const struct json *record, struct public_keys *keys,
                 struct error *error) MUST_CHECK;

// Errors: FORBIDDEN when the passphrase is another one; BAD_INPUT as above
bool keys_unlock(const struct json *record, struct str passphrase, struct secret_keys *keys,
                 struct error *error) MUST_CHECK;

#endif
