// SPDX-License-Identifier: Apache-2.0
// Eight bytes at a time: which of them are what (Warren, Hacker's Delight, 2nd edition, 6-1).

#ifndef ENTENTE_BASE_EIGHTS_H
#define ENTENTE_BASE_EIGHTS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

// Eight times the same byte.
#define EVERY_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))

static inline uint64_t eight_at(const char *bytes)
{
    uint64_t eight;
    memcpy(&eight, bytes, sizeof eight);
    return eight;
}

// The high bit of each byte that is this one.
static inline uint64_t eight_that_are(uint64_t eight, unsigned char byte)
{
    uint64_t differ = eight ^ EVERY_BYTE(byte);
    uint64_t low = EVERY_BYTE(0x7f);
    return ~(((differ & low) + low) | differ | low);
}

// The high bit of each byte below a blank.
static inline uint64_t eight_controls(uint64_t eight)
{
    uint64_t low = EVERY_BYTE(0x7f);
    return ~(((eight & low) + EVERY_BYTE(0x60)) | eight | low);
}

static inline uint32_t four_at(const char *bytes)
{
    const unsigned char *c = (const unsigned char *)bytes;
    return c[0] | (uint32_t)c[1] << 8 | (uint32_t)c[2] << 16 | (uint32_t)c[3] << 24;
}

// Up to eight bytes as a number, the first one lowest: the same on every machine, and no other bytes of that
// count have it.
static inline uint64_t eight_of(const char *bytes, size_t count)
{
    if (count >= 4)
        return four_at(bytes) | (uint64_t)four_at(bytes + count - 4) << (count - 4) * 8;
    if (count == 0)
        return 0;
    const unsigned char *c = (const unsigned char *)bytes;
    return c[0] | (uint64_t)c[count / 2] << count / 2 * 8 |
           (uint64_t)c[count - 1] << (count - 1) * 8;
}

#endif
