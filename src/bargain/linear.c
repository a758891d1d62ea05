// SPDX-License-Identifier: Apache-2.0
#include "bargain/linear.h"

#include "bargain/wide.h"

void linear_to_go(const struct diagram *diagram, const int64_t *weights, int64_t *to_go)
{
    uint32_t width = diagram->party_count;
    to_go[diagram->node_count - 1] = 0;
    for (uint32_t n = diagram->node_count - 1; n > 0; n--) {
        int64_t most = INT64_MIN;
        for (uint32_t a = diagram->arc_first[n - 1]; a < diagram->arc_first[n]; a++) {
            const struct arc *arc = &diagram->arcs[a];
            const int64_t *worth = diagram->worths + (size_t)arc->worth * width;
            int64_t sum = to_go[arc->child];
            for (uint32_t p = 0; p < width; p++)
                sum += weights[p] * worth[p];
            most = sum > most ? sum : most;
        }
        to_go[n - 1] = most;
    }
}

void linear_best(const struct diagram *diagram, const int64_t *weights, const int64_t *to_go,
                 int64_t *worths)
{
    uint32_t width = diagram->party_count;
    for (uint32_t p = 0; p < width; p++)
        worths[p] = 0;
    uint32_t node = 0;
    for (uint32_t level = 0; level < diagram->level_count; level++) {
        for (uint32_t a = diagram->arc_first[node]; a < diagram->arc_first[node + 1]; a++) {
            const struct arc *arc = &diagram->arcs[a];
            const int64_t *worth = diagram->worths + (size_t)arc->worth * width;
            int64_t sum = to_go[arc->child];
            for (uint32_t p = 0; p < width; p++)
                sum += weights[p] * worth[p];
            if (sum != to_go[node])
                continue;
            for (uint32_t p = 0; p < width; p++)
                worths[p] += worth[p];
            node = arc->child;
            break;
        }
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
                int64_t worth = diagram->worths[(size_t)diagram->arcs[a].worth * width + p];
                uint64_t size = (uint64_t)(worth < 0 ? -worth : worth);
                largest = size > largest ? size : largest;
            }
        sum += (uint128)largest * width;
    }
    uint128 limit = ((uint128)1 << 62) / sum;
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

// Weights from the shares: the slope of the mean of shares to the power of -sharp (of their product
// when sharp is 1), scaled so that the largest weight is the limit.
static void weights_from(const int64_t *mean, const int64_t *range, uint32_t width, unsigned sharp,
                         int64_t limit, int64_t *weights)
{
    uint64_t least_share = UINT64_MAX;
    uint64_t slopes[SCENARIO_PARTIES_MAX];
    for (uint32_t p = 0; p < width; p++) {
        uint64_t share = share_of(mean[p], range[p]);
        least_share = share < least_share ? share : least_share;
    }
    uint128 largest = 1;
    uint128 raw[SCENARIO_PARTIES_MAX];
    uint64_t largest_range = 1;
    for (uint32_t p = 0; p < width; p++)
        largest_range = (uint64_t)range[p] > largest_range ? (uint64_t)range[p] : largest_range;
    for (uint32_t p = 0; p < width; p++) {
        uint64_t share = share_of(mean[p], range[p]);
        uint64_t slope = (uint64_t)1 << 30;
        for (unsigned i = 0; i < sharp; i++)
            slope = (uint64_t)((uint128)slope * least_share / share);
        slopes[p] = slope == 0 ? 1 : slope;
        raw[p] = (uint128)slopes[p] * largest_range / (uint64_t)range[p];
        largest = raw[p] > largest ? raw[p] : largest;
    }
    unsigned shift = largest >> 64 ? 64 : 0;
    shift = shift + bits_of((uint64_t)(largest >> shift));
    shift = shift > 60 ? shift - 60 : 0; // brings `largest` down to 60 bits
    for (uint32_t p = 0; p < width; p++) {
        uint128 weight = (raw[p] >> shift) * (uint64_t)limit / (uint64_t)(largest >> shift);
        weights[p] = weight < 1 ? 1 : (int64_t)weight;
    }
}

void linear_weights(const struct diagram *diagram, const int64_t *reserve, const int64_t *range,
                    unsigned sharp, unsigned rounds, int64_t *weights)
{
    uint32_t width = diagram->party_count;
    int64_t limit = linear_limit(diagram, reserve);
    struct arena *work = arena_open();
    int64_t *to_go = ARENA_ARRAY(work, int64_t, diagram->node_count);
    int64_t mean[SCENARIO_PARTIES_MAX];
    int64_t worths[SCENARIO_PARTIES_MAX];
    for (uint32_t p = 0; p < width; p++)
        mean[p] = range[p];
    for (unsigned round = 0; round < rounds; round++) {
        weights_from(mean, range, width, sharp, limit, weights);
        linear_to_go(diagram, weights, to_go);
        linear_best(diagram, weights, to_go, worths);
        for (uint32_t p = 0; p < width; p++) {
            int64_t gain = worths[p] - reserve[p];
            int128 step = ((int128)gain - mean[p]) * 2 / (round + 2);
            mean[p] = round == 0 ? gain : (int64_t)(mean[p] + step);
        }
    }
    weights_from(mean, range, width, sharp, limit, weights);
    arena_close(work);
}
