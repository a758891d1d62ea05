// SPDX-License-Identifier: Apache-2.0
// Whole numbers wider than the machine's: rows of 64-bit words, lowest first, none negative.

#ifndef ENTENTE_BARGAIN_WIDE_H
#define ENTENTE_BARGAIN_WIDE_H

#include "base/arena.h"

__extension__ typedef unsigned __int128 uint128;
__extension__ typedef __int128 int128;

// sum += term. The result must fit `words` words (the caller has bounded it).
void wide_add(uint64_t *sum, const uint64_t *term, size_t words);
// sum += term * factor.
void wide_add_multiple(uint64_t *sum, const uint64_t *term, uint64_t factor, size_t words);
// number *= factor.
void wide_multiply(uint64_t *number, uint64_t factor, size_t words);
// product = a * b, of a_words + b_words words.
void wide_product(const uint64_t *a, size_t a_words, const uint64_t *b, size_t b_words,
                  uint64_t *product);
// Divides in place, and gives the rest.
uint64_t wide_divide(uint64_t *number, uint64_t divisor, size_t words);
int wide_compare(const uint64_t *a, const uint64_t *b, size_t words);
// Adds a 128-bit term.
void wide_add_128(uint64_t *sum, uint128 term, size_t words);
// The digits, in the arena.
struct str wide_print(const uint64_t *number, size_t words, struct arena *arena);
struct str wide_print_128(uint128 number, struct arena *arena);
// a - b for whole numbers as digits without leading zeros, a at least b.
struct str digits_subtract(struct str a, struct str b, struct arena *arena);
// Negative, zero or positive.
int digits_compare(struct str a, struct str b);
uint128 wide_gcd(uint128 a, uint128 b);

// A fraction; below > 0.
struct ratio {
    int128 above;
    uint128 below;
};
// Compares fractions whose parts stay below 2^127; the products are taken in 256 bits.
int ratio_compare(struct ratio a, struct ratio b);
// "11/21" in lowest terms, "2" when whole, "-1/3".
struct str ratio_print(struct ratio ratio, struct arena *arena);

#endif
