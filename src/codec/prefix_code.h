// SPDX-License-Identifier: Apache-2.0
// Prefix codes as deflate writes them (RFC 1951, 3.2.2): lengths from counts, codes from lengths.

#ifndef ENTENTE_CODEC_PREFIX_CODE_H
#define ENTENTE_CODEC_PREFIX_CODE_H

#include <stddef.h>
#include <stdint.h>

enum { PREFIX_SYMBOLS_MOST = 288, PREFIX_BITS_MOST = 15 };

// Code of each symbol. A symbol that does not occur has length 0.
struct prefix_code {
    uint8_t lengths[PREFIX_SYMBOLS_MOST];
    uint16_t codes[PREFIX_SYMBOLS_MOST]; // the bit to be written first is the lowest
};

// The shortest code for these counts whose lengths are at most `bits_most`, or nearly so where that
// binds. At least two symbols have a code, so that it is complete: not every program unpacks others.
//
// counts   of symbols; fewer than 2^31 in sum
// Cost:    O(symbols log symbols)
// Source:  Huffman 1952, by two queues; equal counts stand in the order of their symbols
void prefix_code_make(const uint32_t *counts, size_t symbols, unsigned bits_most,
                      struct prefix_code *code);

// The codes that these lengths stand for.
void prefix_code_number(struct prefix_code *code, size_t symbols);

#endif
