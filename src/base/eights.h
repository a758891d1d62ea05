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

// How many high bits are set.
static inline size_t eight_count(uint64_t high_bits)
{
    return (size_t)(((high_bits >> 7) * EVERY_BYTE(1)) >> 56);
}

#endif
