// SPDX-License-Identifier: Apache-2.0
// A key of 32 bytes in a libsodium sealed box, with randomness that the caller gives.

#ifndef ENTENTE_RECORD_BOX_SEAL_H
#define ENTENTE_RECORD_BOX_SEAL_H

#include "record/chance.h"

#define BOX_KEY_BYTES 32
#define BOX_SEALED_BYTES 80

// Writes BOX_SEALED_BYTES; noise when the reader's key is no key.
void box_seal(unsigned char *sealed, const unsigned char key[BOX_KEY_BYTES],
              const unsigned char reader[BOX_KEY_BYTES], struct chance *chance);

#endif
