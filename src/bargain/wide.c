// SPDX-License-Identifier: Apache-2.0
#include "bargain/wide.h"

#include <assert.h>
#include <string.h>

void wide_add(uint64_t *sum, const uint64_t *term, size_t words)
{
    uint64_t carry = 0;
    for (size_t i = 0; i < words; i++) {
        uint128 whole = (uint128)sum[i] + term[i] + carry;
        sum[i] = (uint64_t)whole;
        carry = (uint64_t)(whole >> 64);
    }
    assert(carry == 0);
}

void wide_add_multiple(uint64_t *sum, const uint64_t *term, uint64_t factor, size_t words)
{
    uint64_t carry = 0;
    for (size_t i = 0; i < words; i++) {
        uint128 whole = (uint128)term[i] * factor + sum[i] + carry;
        sum[i] = (uint64_t)whole;
        carry = (uint64_t)(whole >> 64);
    }
    assert(carry == 0);
}

void wide_multiply(uint64_t *number, uint64_t factor, size_t words)
{
    uint64_t carry = 0;
    for (size_t i = 0; i < words; i++) {
        uint128 whole = (uint128)number[i] * factor + carry;
        number[i] = (uint64_t)whole;
        carry = (uint64_t)(whole >> 64);
    }
    assert(carry == 0);
}

void wide_product(const uint64_t *a, size_t a_words, const uint64_t *b, size_t b_words,
                  uint64_t *product)
{
    memset(product, 0, (a_words + b_words) * sizeof *product);
    for (size_t i = 0; i < a_words; i++) {
        uint64_t carry = 0;
        for (size_t j = 0; j < b_words; j++) {
            uint128 whole = (uint128)a[i] * b[j] + product[i + j] + carry;
            product[i + j] = (uint64_t)whole;
            carry = (uint64_t)(whole >> 64);
        }
        product[i + b_words] = carry;
    }
}

int wide_compare(const uint64_t *a, const uint64_t *b, size_t words)
{
    for (size_t i = words; i > 0; i--)
        if (a[i - 1] != b[i - 1])
            return a[i - 1] < b[i - 1] ? -1 : 1;
    return 0;
}

void wide_add_128(uint64_t *sum, uint128 term, size_t words)
{
    for (size_t i = 0; i < words && term > 0; i++) {
        uint128 low = (uint128)sum[i] + (uint64_t)term;
        sum[i] = (uint64_t)low;
        term = (term >> 64) + (uint64_t)(low >> 64);
    }
    assert(term == 0);
}

uint64_t wide_divide(uint64_t *number, uint64_t divisor, size_t words)
{
    uint64_t rest = 0;
    for (size_t i = words; i > 0; i--) {
        uint128 whole = ((uint128)rest << 64) | number[i - 1];
        number[i - 1] = (uint64_t)(whole / divisor);
        rest = (uint64_t)(whole % divisor);
    }
    return rest;
}

struct str wide_print(const uint64_t *number, size_t words, struct arena *arena)
{
    uint64_t *left = ARENA_ARRAY(arena, uint64_t, words + 1);
    memcpy(left, number, words * sizeof *left);
    size_t capacity = words * 20 + 1;
    char *digits = arena_take(arena, capacity, 1);
    size_t at = capacity;
    while (words > 0) {
        while (words > 0 && left[words - 1] == 0)
            words--;
        if (words > 0)
            digits[--at] = (char)('0' + wide_divide(left, 10, words));
    }
    if (at == capacity)
        digits[--at] = '0';
    return (struct str){digits + at, capacity - at};
}

struct str wide_print_128(uint128 number, struct arena *arena)
{
    uint64_t words[2] = {(uint64_t)number, (uint64_t)(number >> 64)};
    return wide_print(words, 2, arena);
}

struct str digits_subtract(struct str a, struct str b, struct arena *arena)
{
    char *made = arena_take(arena, a.length + 1, 1);
    int borrow = 0;
    for (size_t i = 0; i < a.length; i++) {
        int digit = a.bytes[a.length - 1 - i] - '0' - borrow;
        digit -= i < b.length ? b.bytes[b.length - 1 - i] - '0' : 0;
        borrow = digit < 0;
        made[a.length - 1 - i] = (char)('0' + (borrow ? digit + 10 : digit));
    }
    struct str digits = {made, a.length};
    while (digits.length > 1 && digits.bytes[0] == '0')
        digits = str_skip(digits, 1);
    return digits;
}

int digits_compare(struct str a, struct str b)
{
    if (a.length != b.length)
        return a.length < b.length ? -1 : 1;
    return str_compare(a, b);
}

uint128 wide_gcd(uint128 a, uint128 b)
{
    while (b != 0) {
        uint128 rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static void product_of(uint128 a, uint128 b, uint64_t product[4])
{
    uint64_t a_words[2] = {(uint64_t)a, (uint64_t)(a >> 64)};
    uint64_t b_words[2] = {(uint64_t)b, (uint64_t)(b >> 64)};
    wide_product(a_words, 2, b_words, 2, product);
}

int ratio_compare(struct ratio a, struct ratio b)
{
    bool a_is_negative = a.above < 0;
    bool b_is_negative = b.above < 0;
    if (a_is_negative != b_is_negative)
        return a_is_negative ? -1 : 1;
    uint128 a_above = (uint128)(a_is_negative ? -a.above : a.above);
    uint128 b_above = (uint128)(b_is_negative ? -b.above : b.above);
    int order;
    if ((a_above | b_above | a.below | b.below) >> 64 == 0) { // mostly
        order = (a_above * b.below > b_above * a.below) - (a_above * b.below < b_above * a.below);
    } else {
        uint64_t left[4];
        uint64_t right[4];
        product_of(a_above, b.below, left);
        product_of(b_above, a.below, right);
        order = wide_compare(left, right, 4);
    }
    return a_is_negative ? -order : order;
}

struct str ratio_print(struct ratio ratio, struct arena *arena)
{
    uint128 above = (uint128)(ratio.above < 0 ? -ratio.above : ratio.above);
    uint128 common = above == 0 ? ratio.below : wide_gcd(above, ratio.below);
    struct str top = wide_print_128(above / common, arena);
    struct str bottom = wide_print_128(ratio.below / common, arena);
    const char *sign = ratio.above < 0 ? "-" : "";
    if (ratio.below / common == 1)
        return arena_print(arena, "%s%.*s", sign, STR_ARGS(top));
    return arena_print(arena, "%s%.*s/%.*s", sign, STR_ARGS(top), STR_ARGS(bottom));
}
