// SPDX-License-Identifier: Apache-2.0
#include "frontier/goal.h"

#include <assert.h>
#include <string.h>

#define PARTIES SCENARIO_PARTIES_MAX
// Of P^P × product of gains below 2^62 × product of weights of at most 2^20 × 2^(P × GOAL_FINE).
#define ROOT_WORDS (2 * PARTIES + 4)

static bool share_objective(const struct goal *goal, const int64_t *values,
                            struct objective *objective)
{
    objective->share = (struct ratio){0, 0};
    for (uint32_t p = 0; p < goal->width; p++) {
        struct ratio own = {values[p] - goal->base[p], (uint128)goal->range[p]};
        if (own.above < 0)
            return false;
        if (own.below != 0 &&
            (objective->share.below == 0 || ratio_compare(own, objective->share) < 0))
            objective->share = own;
    }
    return true;
}

bool goal_objective(const struct goal *goal, const int64_t *values, struct objective *objective)
{
    if (goal->kind == GOAL_SHARES)
        return share_objective(goal, values, objective);
    memset(objective->product, 0, goal->width * sizeof *objective->product);
    objective->product[0] = 1;
    objective->sum = 0;
    for (uint32_t p = 0; p < goal->width; p++) {
        int64_t gain = values[p] - goal->base[p];
        if (gain < 0)
            return false;
        objective->sum += gain;
        if (goal->kind == GOAL_PRODUCT)
            wide_multiply(objective->product, (uint64_t)gain, goal->width);
    }
    return true;
}

int goal_compare(const struct goal *goal, const struct objective *a, const struct objective *b)
{
    switch (goal->kind) {
    case GOAL_SHARES:
        return ratio_compare(a->share, b->share);
    case GOAL_PRODUCT:
        return wide_compare(a->product, b->product, goal->width);
    case GOAL_SUM:
        return a->sum < b->sum ? -1 : a->sum > b->sum;
    }
    return 0;
}

static bool is_zero(const struct goal *goal, const uint64_t *product)
{
    for (uint32_t w = 0; w < goal->width; w++)
        if (product[w] != 0)
            return false;
    return true;
}

void goal_floor(const struct goal *goal, const struct objective *objective, int64_t *floor)
{
    for (uint32_t p = 0; p < goal->width; p++) {
        int128 rise = 0;
        if (goal->kind == GOAL_SHARES) {
            int128 part = objective->share.above * goal->range[p];
            assert(objective->share.below > 0);
            rise = part / (int128)objective->share.below;
            rise += rise * (int128)objective->share.below < part;
        } else if (goal->kind == GOAL_PRODUCT && !is_zero(goal, objective->product)) {
            rise = 1;
        }
        floor[p] = goal->base[p] + (int64_t)rise;
    }
}

static size_t bits_of(const uint64_t *number, size_t words)
{
    while (words > 0 && number[words - 1] == 0)
        words--;
    return words == 0 ? 0 : words * 64 - (size_t)__builtin_clzll(number[words - 1]);
}

// The least whole number whose power reaches `wanted`; it must be below 2^62.
static int64_t root_up(const uint64_t *wanted, uint32_t power)
{
    uint64_t reached[ROOT_WORDS];
    assert(power > 0);
    size_t bits = bits_of(wanted, ROOT_WORDS);
    size_t words = bits / 64 + 2;
    if (bits == 0)
        return 0;
    // 2^(bits - 1) <= wanted < 2^bits
    int64_t low = ((int64_t)1 << (bits - 1) / power) - 1; // too small, or 2^k - 1 is
    int64_t high = (int64_t)1 << (bits + power - 1) / power;
    while (high - low > 1) {
        int64_t middle = low + (high - low) / 2;
        memset(reached, 0, words * sizeof *reached);
        reached[0] = 1;
        for (uint32_t i = 0; i < power; i++)
            wide_multiply(reached, (uint64_t)middle, words);
        if (wide_compare(reached, wanted, words) >= 0)
            high = middle;
        else
            low = middle;
    }
    return high;
}

static int64_t least_for_product(const struct goal *goal, const uint64_t *product,
                                 const int64_t *weights)
{
    uint64_t wanted[ROOT_WORDS] = {0};
    memcpy(wanted, product, goal->width * sizeof *product);
    size_t words = 2 * (size_t)goal->width + 1;
    for (uint32_t p = 0; p < goal->width; p++)
        wide_multiply(wanted, goal->width * (uint64_t)weights[p], words);
    return root_up(wanted, goal->width);
}

static int64_t least_weight(const struct goal *goal, const int64_t *weights)
{
    int64_t least = INT64_MAX;
    for (uint32_t p = 0; p < goal->width; p++)
        least = weights[p] < least ? weights[p] : least;
    return least;
}

int64_t goal_least(const struct goal *goal, const struct objective *objective,
                   const int64_t *weights)
{
    int64_t at_base = 0;
    int64_t floor[PARTIES];
    switch (goal->kind) {
    case GOAL_SHARES:
        goal_floor(goal, objective, floor);
        for (uint32_t p = 0; p < goal->width; p++)
            at_base += weights[p] * floor[p];
        return at_base;
    case GOAL_PRODUCT:
    case GOAL_SUM:
        for (uint32_t p = 0; p < goal->width; p++)
            at_base += weights[p] * goal->base[p];
        return goal->kind == GOAL_PRODUCT
                   ? at_base + least_for_product(goal, objective->product, weights)
                   : at_base + (int64_t)(least_weight(goal, weights) * objective->sum);
    }
    return at_base;
}

void goal_nearest(const struct goal *goal, const struct objective *objective,
                  const int64_t *weights, int64_t least, int64_t *gains)
{
    int64_t above = least;
    bool has_sum = false;
    if (goal->kind == GOAL_SHARES)
        goal_floor(goal, objective, gains);
    for (uint32_t p = 0; p < goal->width; p++)
        above -= weights[p] * goal->base[p];
    for (uint32_t p = 0; p < goal->width; p++)
        switch (goal->kind) {
        case GOAL_SHARES:
            gains[p] -= goal->base[p];
            break;
        case GOAL_PRODUCT:
            gains[p] = above / goal->width / (weights[p] > 0 ? weights[p] : 1);
            break;
        case GOAL_SUM: // the party that weighs least has it all
            gains[p] =
                !has_sum && weights[p] == least_weight(goal, weights) ? (int64_t)objective->sum : 0;
            has_sum = has_sum || gains[p] > 0;
            break;
        }
}

int128 goal_unit(const struct goal *goal, const int64_t *weights)
{
    int128 sum = 0;
    uint64_t product[ROOT_WORDS] = {1};
    switch (goal->kind) {
    case GOAL_SHARES:
        for (uint32_t p = 0; p < goal->width; p++)
            sum += (int128)weights[p] * goal->range[p];
        return sum * ((int128)1 << GOAL_FINE);
    case GOAL_PRODUCT:
        for (uint32_t p = 0; p < goal->width; p++)
            wide_multiply(product, (goal->width * (uint64_t)weights[p]) << GOAL_FINE, ROOT_WORDS);
        return root_up(product, goal->width);
    case GOAL_SUM:
        return (int128)least_weight(goal, weights) * ((int128)1 << GOAL_FINE);
    }
    return 0;
}
