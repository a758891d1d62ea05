// SPDX-License-Identifier: Apache-2.0
#include "record/hash.h"

#include <assert.h>
#include <sodium.h>
#include <string.h>

struct hash hash_of(struct str bytes)
{
    struct hash hash = {{0}};
    struct sha256 sha256 = sha256_make();
    sha256_add(&sha256, bytes.bytes, bytes.length);
    sha256_done(&sha256, hash.bytes);
    return hash;
}

struct hash_parts hash_parts_make(void)
{
    return (struct hash_parts){sha256_make()};
}

void hash_parts_add_number(struct hash_parts *parts, uint64_t number)
{
    unsigned char bytes[8];
    for (int i = 0; i < 8; i++)
        bytes[i] = (unsigned char)(number >> (56 - 8 * i));
    sha256_add(&parts->sha256, bytes, sizeof bytes);
}

void hash_parts_add(struct hash_parts *parts, struct str text)
{
    hash_parts_add_number(parts, text.length);
    sha256_add(&parts->sha256, text.bytes, text.length);
}

struct hash hash_parts_done(struct hash_parts *parts)
{
    struct hash hash = {{0}};
    sha256_done(&parts->sha256, hash.bytes);
    return hash;
}

bool hash_equal(struct hash a, struct hash b)
{
    return memcmp(a.bytes, b.bytes, HASH_BYTES) == 0;
}

// A hash is nobody's secret: libsodium's writer, which takes the same time for all digits, is slower than the
// hash itself.
struct str hash_start_hex(struct hash hash, size_t digits, struct arena *arena)
{
    static const char of[] = "0123456789abcdef";
    assert(digits <= 2 * HASH_BYTES);
    char *text = arena_take_bare(arena, digits + 1);
    for (size_t i = 0; i < digits; i++)
        text[i] = of[i % 2 == 0 ? hash.bytes[i / 2] >> 4 : hash.bytes[i / 2] & 15];
    text[digits] = '\0';
    return (struct str){text, digits};
}

struct str hash_hex(struct hash hash, struct arena *arena)
{
    return hash_start_hex(hash, 2 * HASH_BYTES, arena);
}

bool hash_from_hex(struct str text, struct hash *hash)
{
    size_t written;
    struct hash read;
    if (text.length != 2 * HASH_BYTES ||
        sodium_hex2bin(read.bytes, HASH_BYTES, text.bytes, text.length, NULL, &written, NULL) !=
            0 ||
        written != HASH_BYTES)
        return false;
    // Capital digits would be a second text for the same hash.
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] >= 'A' && text.bytes[i] <= 'F')
            return false;
    *hash = read;
    return true;
}

struct str base64_write(struct str bytes, struct arena *arena)
{
    size_t room = sodium_base64_encoded_len(bytes.length, sodium_base64_VARIANT_ORIGINAL);
    char *text = arena_take(arena, room, 1);
    sodium_bin2base64(text, room, (const unsigned char *)bytes.bytes, bytes.length,
                      sodium_base64_VARIANT_ORIGINAL);
    return (struct str){text, room - 1};
}

bool base64_read(struct str text, struct arena *arena, struct str *bytes)
{
    size_t room = text.length / 4 * 3 + 3;
    unsigned char *read = arena_take(arena, room, 1);
    size_t length;
    if (text.length == 0)
        return *bytes = (struct str){(const char *)read, 0}, true;
    if (sodium_base642bin(read, room, text.bytes, text.length, NULL, &length, NULL,
                          sodium_base64_VARIANT_ORIGINAL) != 0)
        return false;
    struct str found = {(const char *)read, length};
    // Two texts for the same bytes would let a record change without its hash changing.
    if (!str_equal(base64_write(found, arena), text))
        return false;
    *bytes = found;
    return true;
}
