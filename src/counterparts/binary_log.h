// SPDX-License-Identifier: Apache-2.0
// How many times one number has to be doubled to reach another, in whole numbers.

#ifndef ENTENTE_COUNTERPARTS_BINARY_LOG_H
#define ENTENTE_COUNTERPARTS_BINARY_LOG_H

#include <stdint.h>

#define BINARY_LOG_ONE 256 // what one doubling counts

// The binary logarithm of large / small, between powers of two along a straight line; less than
// nothing where
// large is the smaller. Both at least 1 and below 2^46.
int32_t binary_log(uint64_t large, uint64_t small);

#endif
