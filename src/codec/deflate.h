// SPDX-License-Identifier: Apache-2.0
// Packs by deflate (RFC 1951), to the same bytes on every system that we build for.

#ifndef ENTENTE_CODEC_DEFLATE_H
#define ENTENTE_CODEC_DEFLATE_H

#include "base/arena.h"

#include <stdbool.h>

// Packs content; false, and *packed untouched, where that would not be shorter.
//
// content  shorter than 4 GiB
// Owner:   arena
// Cost:    O(bytes)
bool deflate_pack(struct str content, struct arena *arena, struct str *packed);

#endif
