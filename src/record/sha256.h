// SPDX-License-Identifier: Apache-2.0
// SHA-256, by the processor's own instructions where it has some and the program was built with a
// library that knows them.

#ifndef ENTENTE_RECORD_SHA256_H
#define ENTENTE_RECORD_SHA256_H

#include <stdalign.h>
#include <stddef.h>

#define SHA256_BYTES 32

// A hash on the way. It may be copied.
struct sha256 {
    alignas(8) unsigned char room[128]; // the library's own
};

struct sha256 sha256_make(void);
void sha256_add(struct sha256 *sha256, const void *bytes, size_t length);
// Nothing may be added behind it.
void sha256_done(struct sha256 *sha256, unsigned char hash[SHA256_BYTES]);

#endif
