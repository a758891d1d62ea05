// SPDX-License-Identifier: Apache-2.0
// Packs by deflate (RFC 1951), to the same bytes in every version and on every system.

#ifndef ENTENTE_CODEC_DEFLATE_H
#define ENTENTE_CODEC_DEFLATE_H

#include "base/arena.h"

#include <stdbool.h>

// Packs content; false where that would not be shorter.
//
// content  shorter than 4 GiB
// Owner:   arena
// Cost:    O(bytes)
bool deflate_pack(struct str content, struct arena *arena, struct str *packed);

#endif
