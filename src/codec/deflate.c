// SPDX-License-Identifier: Apache-2.0
// A packed text is a row of blocks, each with a code of its own or the one that the format fixes:
//
//   [ last? 1 bit | kind 2 bits | the code's lengths, unless it is the fixed one | tokens | end of block ] …
//
// Numbers begin with their lowest bit, codes with their highest (RFC 1951, 3.1.1).
#include "codec/deflate.h"
#include "codec/prefix_code.h"
#include "codec/repeats.h"

#include <string.h>

enum {
    LITERALS = 286, // bytes, the end of a block, lengths
    DISTANCES = 30,
    FIXED_LITERALS = 288, // the fixed code counts two that are never written
    LENGTH_SYMBOLS = 19,  // of the code that the lengths of the other codes are written in
    END_OF_BLOCK = 256,
    FIRST_LENGTH = 257,
    BLOCK_TOKENS = 16000, // longer ones fit less well to what changes in a text
    FIXED = 1,
    OWN = 2
};

// A symbol with the bits that stand behind it.
struct deflate_symbol {
    uint16_t symbol;
    uint16_t extra;
    uint8_t extra_bits;
};

// The codes of a block, and how its own ones are written.
struct deflate_codes {
    struct prefix_code literals;
    struct prefix_code distances;
    struct prefix_code lengths;
    struct deflate_symbol rows[LITERALS + DISTANCES]; // of symbols of `lengths`
    size_t row_count;
    size_t literal_count;
    size_t distance_count;
    size_t length_count;
};

struct deflate_block {
    struct repeat_token tokens[BLOCK_TOKENS];
    size_t token_count;
    bool last;
    uint32_t literals[LITERALS]; // how often each symbol occurs
    uint32_t distances[DISTANCES];
    uint64_t extra_bits;
    struct deflate_codes own;
};

struct deflate_bits {
    char *to;
    uint64_t held; // not yet written
    unsigned count;
};

static void put(struct deflate_bits *out, uint32_t bits, unsigned count)
{
    out->held |= (uint64_t)bits << out->count;
    out->count += count;
    if (out->count < 32)
        return;
    for (int i = 0; i < 4; i++)
        *out->to++ = (char)(out->held >> (8 * i) & 0xff);
    out->held >>= 32;
    out->count -= 32;
}

// --- Symbols

static unsigned highest_bit(unsigned number)
{
    return 31 - (unsigned)__builtin_clz(number);
}

// Lengths and distances are numbered alike: `finer` bits below the highest one belong to the symbol.
static struct deflate_symbol graded(unsigned number, unsigned finer)
{
    if (number < 2u << finer)
        return (struct deflate_symbol){(uint16_t)number, 0, 0};
    unsigned bits = highest_bit(number) - finer;
    return (struct deflate_symbol){(uint16_t)((bits << finer) + (number >> bits)),
                                   (uint16_t)(number & ((1u << bits) - 1)), (uint8_t)bits};
}

static struct deflate_symbol length_symbol(unsigned length)
{
    struct deflate_symbol symbol = graded(length - 3, 2);
    if (length == REPEAT_MOST) // has one to itself
        symbol = (struct deflate_symbol){28, 0, 0};
    symbol.symbol += FIRST_LENGTH;
    return symbol;
}

static struct deflate_symbol distance_symbol(unsigned distance)
{
    return graded(distance - 1, 1);
}

static void count_symbols(struct deflate_block *block)
{
    memset(block->literals, 0, sizeof block->literals);
    memset(block->distances, 0, sizeof block->distances);
    block->extra_bits = 0;
    block->literals[END_OF_BLOCK] = 1;
    for (size_t i = 0; i < block->token_count; i++) {
        struct repeat_token token = block->tokens[i];
        if (token.length == 1) {
            block->literals[token.distance]++;
            continue;
        }
        struct deflate_symbol length = length_symbol(token.length);
        struct deflate_symbol distance = distance_symbol(token.distance);
        block->literals[length.symbol]++;
        block->distances[distance.symbol]++;
        block->extra_bits += length.extra_bits + distance.extra_bits;
    }
}

// --- Codes

static void fixed_codes(struct deflate_codes *codes)
{
    for (size_t i = 0; i < FIXED_LITERALS; i++)
        codes->literals.lengths[i] = i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8;
    for (size_t i = 0; i < DISTANCES; i++)
        codes->distances.lengths[i] = 5;
    prefix_code_number(&codes->literals, FIXED_LITERALS);
    prefix_code_number(&codes->distances, DISTANCES);
}

static size_t used_symbols(const struct prefix_code *code, size_t symbols, size_t least)
{
    while (symbols > least && code->lengths[symbols - 1] == 0)
        symbols--;
    return symbols;
}

// `count` times the same length: 16 repeats the last one 3 to 6 times, 17 and 18 are 3 to 10 and 11 to 138
// zeros.
static size_t add_row(struct deflate_symbol *rows, unsigned length, size_t count)
{
    size_t added = 0;
    if (length > 0) {
        rows[added++] = (struct deflate_symbol){(uint16_t)length, 0, 0};
        count--;
    }
    while (count >= 3) {
        bool zeros = length == 0;
        bool many = zeros && count >= 11;
        size_t least = many ? 11 : 3;
        size_t most = many ? 138 : zeros ? 10 : 6;
        size_t now = count < most ? count : most;
        rows[added++] = (struct deflate_symbol){many    ? 18
                                                : zeros ? 17
                                                        : 16,
                                                (uint16_t)(now - least),
                                                many    ? 7
                                                : zeros ? 3
                                                        : 2};
        count -= now;
    }
    while (count-- > 0)
        rows[added++] = (struct deflate_symbol){(uint16_t)length, 0, 0};
    return added;
}

// The lengths of both codes are one row.
static void cut_rows(struct deflate_codes *codes)
{
    uint8_t lengths[LITERALS + DISTANCES];
    size_t count = codes->literal_count + codes->distance_count;
    memcpy(lengths, codes->literals.lengths, codes->literal_count);
    memcpy(lengths + codes->literal_count, codes->distances.lengths, codes->distance_count);
    codes->row_count = 0;
    for (size_t from = 0, to = 0; from < count; from = to) {
        while (to < count && lengths[to] == lengths[from])
            to++;
        codes->row_count += add_row(codes->rows + codes->row_count, lengths[from], to - from);
    }
}

static const uint8_t length_order[LENGTH_SYMBOLS] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                     11, 4,  12, 3, 13, 2, 14, 1, 15};

static void own_codes(struct deflate_block *block)
{
    struct deflate_codes *codes = &block->own;
    prefix_code_make(block->literals, LITERALS, 15, &codes->literals);
    prefix_code_make(block->distances, DISTANCES, 15, &codes->distances);
    codes->literal_count = used_symbols(&codes->literals, LITERALS, FIRST_LENGTH);
    codes->distance_count = used_symbols(&codes->distances, DISTANCES, 1);
    cut_rows(codes);
    uint32_t counts[LENGTH_SYMBOLS] = {0};
    for (size_t i = 0; i < codes->row_count; i++)
        counts[codes->rows[i].symbol]++;
    prefix_code_make(counts, LENGTH_SYMBOLS, 7, &codes->lengths);
    codes->length_count = LENGTH_SYMBOLS;
    while (codes->length_count > 4 &&
           codes->lengths.lengths[length_order[codes->length_count - 1]] == 0)
        codes->length_count--;
}

// --- Sizes, in bits

static uint64_t code_bits(const struct prefix_code *code, const uint32_t *counts, size_t symbols)
{
    uint64_t bits = 0;
    for (size_t i = 0; i < symbols; i++)
        bits += (uint64_t)counts[i] * code->lengths[i];
    return bits;
}

static uint64_t token_bits(const struct deflate_block *block, const struct deflate_codes *codes)
{
    return 3 + block->extra_bits + code_bits(&codes->literals, block->literals, LITERALS) +
           code_bits(&codes->distances, block->distances, DISTANCES);
}

static uint64_t table_bits(const struct deflate_codes *codes)
{
    uint64_t bits = 14 + 3 * codes->length_count;
    for (size_t i = 0; i < codes->row_count; i++)
        bits += codes->lengths.lengths[codes->rows[i].symbol] + codes->rows[i].extra_bits;
    return bits;
}

// --- Writing

static void put_symbol(struct deflate_bits *out, const struct prefix_code *code,
                       struct deflate_symbol symbol)
{
    unsigned length = code->lengths[symbol.symbol];
    put(out, code->codes[symbol.symbol] | (uint32_t)symbol.extra << length,
        length + symbol.extra_bits);
}

static void put_table(struct deflate_bits *out, const struct deflate_codes *codes)
{
    put(out, (uint32_t)codes->literal_count - FIRST_LENGTH, 5);
    put(out, (uint32_t)codes->distance_count - 1, 5);
    put(out, (uint32_t)codes->length_count - 4, 4);
    for (size_t i = 0; i < codes->length_count; i++)
        put(out, codes->lengths.lengths[length_order[i]], 3);
    for (size_t i = 0; i < codes->row_count; i++)
        put_symbol(out, &codes->lengths, codes->rows[i]);
}

static void put_tokens(struct deflate_bits *out, const struct deflate_block *block,
                       const struct deflate_codes *codes)
{
    for (size_t i = 0; i < block->token_count; i++) {
        struct repeat_token token = block->tokens[i];
        if (token.length == 1) {
            put(out, codes->literals.codes[token.distance],
                codes->literals.lengths[token.distance]);
            continue;
        }
        put_symbol(out, &codes->literals, length_symbol(token.length));
        put_symbol(out, &codes->distances, distance_symbol(token.distance));
    }
    put(out, codes->literals.codes[END_OF_BLOCK], codes->literals.lengths[END_OF_BLOCK]);
}

// Writes the block in the shorter of both ways; false where that goes beyond `bits_left`.
static bool put_block(struct deflate_bits *out, struct deflate_block *block,
                      const struct deflate_codes *fixed, uint64_t *bits_left)
{
    count_symbols(block);
    own_codes(block);
    uint64_t by_fixed = token_bits(block, fixed);
    uint64_t by_own = token_bits(block, &block->own) + table_bits(&block->own);
    uint64_t bits = by_fixed <= by_own ? by_fixed : by_own;
    if (bits > *bits_left)
        return false;
    *bits_left -= bits;
    put(out, block->last, 1);
    put(out, by_fixed <= by_own ? FIXED : OWN, 2);
    if (by_fixed > by_own)
        put_table(out, &block->own);
    put_tokens(out, block, by_fixed <= by_own ? fixed : &block->own);
    return true;
}

bool deflate_pack(struct str content, struct arena *arena, struct str *packed)
{
    if (content.length < 2)
        return false;
    struct arena *work = arena_open();
    struct repeats *repeats = repeats_open(content, work);
    struct deflate_block *block = arena_take_bare(work, sizeof *block);
    block->last = false;
    struct deflate_codes *fixed = ARENA_NEW(work, struct deflate_codes);
    fixed_codes(fixed);
    char *room = arena_take_bare(arena, content.length +
                                            4); // the last bits are written four bytes at a time
    struct deflate_bits out = {.to = room};
    uint64_t bits_left = 8 * ((uint64_t)content.length - 1);
    bool shorter = true;
    while (shorter && !block->last) {
        block->token_count = repeats_next(repeats, block->tokens, BLOCK_TOKENS);
        block->last = block->token_count < BLOCK_TOKENS;
        shorter = put_block(&out, block, fixed, &bits_left);
    }
    put(&out, 0, out.count > 0 ? (32 - out.count) : 0);
    arena_close(work);
    if (shorter)
        *packed = (struct str){room, content.length - 1 - (size_t)(bits_left / 8)};
    return shorter;
}
