// SPDX-License-Identifier: Apache-2.0
#include "counterparts/binary_log.h"

#include <assert.h>

#define POINT 16 // bits behind the point of a ratio

int32_t binary_log(uint64_t large, uint64_t small)
{
    assert(large > 0 && small > 0);
    if (large < small)
        return -binary_log(small, large);
    uint64_t ratio = (large << POINT) / small;
    int32_t whole = 0;
    for (; ratio >= (uint64_t)2 << POINT; whole++)
        ratio >>= 1;
    // Below one: the cast is safe.
    uint64_t fraction = (ratio - ((uint64_t)1 << POINT)) * BINARY_LOG_ONE >> POINT;
    return whole * BINARY_LOG_ONE + (int32_t)fraction;
}
