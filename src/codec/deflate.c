// SPDX-License-Identifier: Apache-2.0
// By zlib, whose bytes have stayed the same from version to version (docs/decisions/packed-by-zlib.md).
#include "codec/deflate.h"

#define ZLIB_CONST
#include <zlib.h>

enum {
    LEVEL = 6,
    BARE = -15, // a window of 32 KiB, without zlib's own head and sum: an archive has its own
    MEMORY = 8
};

static void *take(void *arena, unsigned count, unsigned size)
{
    return arena_take_bare(arena, (size_t)count * size);
}

static void leave(void *arena, void *bytes) // the arena gives all of it back
{
    (void)arena;
    (void)bytes;
}

bool deflate_pack(struct str content, struct arena *arena, struct str *packed)
{
    struct arena *own = arena_open();
    char *room = arena_take_bare(arena, content.length + 1);
    z_stream stream = {
        .next_in = (const Bytef *)content.bytes,
        .avail_in = (uInt)content.length,
        .next_out = (Bytef *)room,
        .avail_out = (uInt)content.length,
        .zalloc = take,
        .zfree = leave,
        .opaque = own,
    };
    bool is_shorter =
        deflateInit2(&stream, LEVEL, Z_DEFLATED, BARE, MEMORY, Z_DEFAULT_STRATEGY) == Z_OK &&
        deflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_out > 0;
    if (is_shorter)
        *packed = (struct str){room, content.length - stream.avail_out};
    arena_close(own);
    return is_shorter;
}
