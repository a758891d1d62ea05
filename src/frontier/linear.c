// SPDX-License-Identifier: Apache-2.0
#include "frontier/linear.h"

#include "bargain/wide.h"

#include <assert.h>

#define ROUNDS 40
#define SLOPE_ONE ((uint64_t)1 << 30)

struct linear linear_make(const struct diagram *diagram, struct arena *arena)
{
    return (struct linear){diagram, ARENA_ARRAY(arena, int64_t, diagram->value_count + 1),
                           ARENA_ARRAY(arena, int64_t, diagram->node_count + 1)};
}

void linear_weigh(struct linear *linear, const int64_t *weights, uint32_t level)
{
    const struct diagram *diagram = linear->diagram;
    uint32_t width = diagram->party_count;
    for (uint32_t row = 0; row < diagram->value_count; row++) {
        uint64_t sum = 0; // a row that no arc uses may leave 64 bits; nobody asks for it
        for (uint32_t p = 0; p < width; p++)
            sum += (uint64_t)weights[p] * (uint64_t)diagram->values[(size_t)row * width + p];
        linear->sums[row] = (int64_t)sum;
    }
    linear->to_go[diagram->node_count - 1] = 0;
    for (uint32_t n = diagram->node_count - 1; n > diagram->level_first[level]; n--) {
        int64_t most = INT64_MIN;
        for (uint32_t a = diagram->arc_first[n - 1]; a < diagram->arc_first[n]; a++) {
            const struct arc *arc = &diagram->arcs[a];
            int64_t sum = linear->to_go[arc->child] + linear->sums[arc->value];
            most = sum > most ? sum : most;
        }
        linear->to_go[n - 1] = most;
    }
}

void linear_best(const struct linear *linear, uint32_t level, uint32_t node, int64_t *values)
{
    const struct diagram *diagram = linear->diagram;
    uint32_t width = diagram->party_count;
    for (uint32_t p = 0; p < width; p++)
        values[p] = 0;
    for (; level < diagram->level_count; level++) {
        const struct arc *arc = &diagram->arcs[diagram->arc_first[node]];
        while (linear->to_go[arc->child] + linear->sums[arc->value] != linear->to_go[node])
            arc++;
        for (uint32_t p = 0; p < width; p++)
            values[p] += diagram->values[(size_t)arc->value * width + p];
        node = arc->child;
    }
}

static unsigned bits_of(uint64_t number)
{
    return number == 0 ? 0 : 64 - (unsigned)__builtin_clzll(number);
}

int64_t linear_limit(const struct diagram *diagram, const int64_t *reserve)
{
    uint32_t width = diagram->party_count;
    uint128 sum = 1;
    for (uint32_t p = 0; p < width; p++)
        sum += (uint64_t)(reserve[p] < 0 ? -reserve[p] : reserve[p]);
    for (uint32_t level = 0; level < diagram->level_count; level++) {
        uint64_t largest = 0;
        for (uint32_t a = diagram->arc_first[diagram->level_first[level]];
             a < diagram->arc_first[diagram->level_first[level + 1]]; a++)
            for (uint32_t p = 0; p < width; p++) {
                int64_t value = diagram->values[(size_t)diagram->arcs[a].value * width + p];
                uint64_t size = (uint64_t)(value < 0 ? -value : value);
                largest = size > largest ? size : largest;
            }
        sum += (uint128)largest * width;
    }
    uint128 limit = ((uint128)1 << 61) / sum;
    return limit > (1 << 20) ? 1 << 20 : (int64_t)limit;
}

// One party's share of its range as a fixed-point number with 16 bits after the point, at least 1.
static uint64_t share_of(int64_t mean, int64_t range)
{
    if (mean <= 0)
        return 1;
    uint128 share = ((uint128)(uint64_t)mean << 16) / (uint64_t)range;
    return share == 0 ? 1 : share > UINT32_MAX ? UINT32_MAX : (uint64_t)share;
}

// The slope of the product of shares, scaled so that the largest weight is the limit.
static void product_slope(const int64_t *mean, const int64_t *range, uint32_t width, int64_t limit,
                          int64_t *weights)
{
    uint64_t least_share = UINT64_MAX;
    uint64_t largest_range = 1;
    for (uint32_t p = 0; p < width; p++) {
        assert(range[p] > 0);
        uint64_t share = share_of(mean[p], range[p]);
        least_share = share < least_share ? share : least_share;
        largest_range = (uint64_t)range[p] > largest_range ? (uint64_t)range[p] : largest_range;
    }
    uint128 largest = 1;
    uint128 raw[SCENARIO_PARTIES_MAX];
    for (uint32_t p = 0; p < width; p++) {
        uint64_t share = share_of(mean[p], range[p]);
        uint64_t slope = (uint64_t)((uint128)SLOPE_ONE * least_share / share);
        raw[p] = (uint128)(slope == 0 ? 1 : slope) * largest_range / (uint64_t)range[p];
        largest = raw[p] > largest ? raw[p] : largest;
    }
    unsigned shift = largest >> 64 ? 64 : 0;
    shift = shift + bits_of((uint64_t)(largest >> shift));
    shift = shift > 60 ? shift - 60 : 0; // brings `largest` down to 60 bits
    assert(largest >> shift > 0);
    for (uint32_t p = 0; p < width; p++) {
        uint128 weight = (raw[p] >> shift) * (uint64_t)limit / (uint64_t)(largest >> shift);
        weights[p] = weight < 1 ? 1 : (int64_t)weight;
    }
}

void linear_product_weights(const struct diagram *diagram, const int64_t *reserve,
                            const int64_t *range, int64_t *weights)
{
    uint32_t width = diagram->party_count;
    int64_t limit = linear_limit(diagram, reserve);
    int64_t values[SCENARIO_PARTIES_MAX];
    int64_t mean[SCENARIO_PARTIES_MAX];
    struct arena *work = arena_open();
    struct linear linear = linear_make(diagram, work);
    for (uint32_t p = 0; p < width; p++)
        mean[p] = range[p];
    for (unsigned round = 0; round < ROUNDS; round++) {
        product_slope(mean, range, width, limit, weights);
        linear_weigh(&linear, weights, 0);
        linear_best(&linear, 0, 0, values);
        // The mean of the outcomes met so far moves toward the best one by its own slope.
        for (uint32_t p = 0; p < width; p++) {
            int64_t gain = values[p] - reserve[p];
            int128 step = ((int128)gain - mean[p]) * 2 / (round + 2);
            mean[p] = round == 0 ? gain : (int64_t)(mean[p] + step);
        }
    }
    product_slope(mean, range, width, limit, weights);
    arena_close(work);
}
