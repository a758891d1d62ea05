// SPDX-License-Identifier: Apache-2.0
// What stands in a text for a second time, for deflate: tokens that are a byte, or "so many bytes as stood
// so far back".

#ifndef ENTENTE_CODEC_REPEATS_H
#define ENTENTE_CODEC_REPEATS_H

#include "base/arena.h"

enum {
    REPEAT_LEAST =
        4, // deflate can say 3; what is gained by those is less than what looking for them takes
    REPEAT_MOST = 258,      // by the format
    REPEAT_WINDOW = 1 << 15 // by the format: how far back
};

// length 1: the byte `distance`; else REPEAT_LEAST to REPEAT_MOST bytes that stood `distance` bytes before.
struct repeat_token {
    uint16_t length;
    uint16_t distance; // 1 to REPEAT_WINDOW - 1
};

struct repeats;

// Owner:   arena; content is borrowed
struct repeats *repeats_open(struct str content, struct arena *arena);

// The next tokens, at most `most`; 0 at the end.
// Cost:    O(bytes), with a bound on how many places are looked at for each byte
size_t repeats_next(struct repeats *repeats, struct repeat_token *tokens, size_t most);

#endif
