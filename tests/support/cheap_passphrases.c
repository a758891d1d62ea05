// SPDX-License-Identifier: Apache-2.0
// Loaded before libsodium by the tests that make many keys: a passphrase is stretched by the least work
// there is, where the program asks for a tenth of a second of it. Salts, formats and checks stay as they are.
#include <sodium.h>

int crypto_pwhash(unsigned char *const out, unsigned long long out_bytes,
                  const char *const passphrase, unsigned long long length,
                  const unsigned char *const salt, unsigned long long passes, size_t memory,
                  int algorithm)
{
    (void)passes;
    (void)memory;
    return crypto_pwhash_argon2id(out, out_bytes, passphrase, length, salt,
                                  crypto_pwhash_argon2id_OPSLIMIT_MIN,
                                  crypto_pwhash_argon2id_MEMLIMIT_MIN, algorithm);
}
