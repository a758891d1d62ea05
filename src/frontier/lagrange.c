// SPDX-License-Identifier: Apache-2.0
#include "frontier/lagrange.h"

#include "bargain/wide.h"

#include <assert.h>
#include <string.h>

#define PARTIES SCENARIO_PARTIES_MAX
#define FINE 20    // bits after the point of a gain measured in its scale
#define GAIN_MAX 8 // scales; farther gains count as this
#define REGRET_MAX (1 << 30)

struct lagrange lagrange_make(const struct diagram *diagram, const int64_t *reserve,
                              struct arena *arena)
{
    struct lagrange lagrange = {.diagram = diagram,
                                .limit = linear_limit(diagram, reserve),
                                .linear = linear_make(diagram, arena)};
    for (uint32_t p = 0; p < diagram->party_count; p++) {
        int64_t spread = diagram->most[p] - diagram->least[p];
        lagrange.scale[p] = spread > 0 ? spread : 1;
    }
    return lagrange;
}

// Weights in proportion to the regrets, each in the scale of its party; some are at the limit.
static void weights_from(const struct lagrange *lagrange, const int64_t *regrets, int64_t *weights)
{
    uint32_t width = lagrange->diagram->party_count;
    int64_t least_scale = INT64_MAX;
    for (uint32_t p = 0; p < width; p++)
        least_scale = lagrange->scale[p] < least_scale ? lagrange->scale[p] : least_scale;
    uint64_t raw[PARTIES];
    uint64_t largest = 1;
    for (uint32_t p = 0; p < width; p++) {
        uint128 part = ((uint128)(uint64_t)regrets[p] << 30) * (uint64_t)least_scale /
                       (uint64_t)lagrange->scale[p];
        raw[p] = (uint64_t)part; // at most 2^60
        largest = raw[p] > largest ? raw[p] : largest;
    }
    for (uint32_t p = 0; p < width; p++)
        weights[p] = (int64_t)((uint128)raw[p] * (uint64_t)lagrange->limit / largest);
}

// How far a party stands above its floor, in its scale.
static int64_t scaled_gain(int128 above, int64_t scale)
{
    int128 gain = above / scale >= GAIN_MAX    ? (int128)GAIN_MAX << FINE
                  : above / scale <= -GAIN_MAX ? -((int128)GAIN_MAX << FINE)
                                               : above * (1 << FINE) / scale;
    return (int64_t)gain;
}

// Each party's regret grows by what the weighted mean of gains has over its own gain.
static void learn(const struct lagrange *lagrange, const int64_t *gains, int64_t *regrets)
{
    uint32_t width = lagrange->diagram->party_count;
    int128 weighted = 0;
    int128 whole = 0;
    for (uint32_t p = 0; p < width; p++) {
        weighted += (int128)regrets[p] * gains[p];
        whole += regrets[p];
    }
    assert(whole > 0); // learn never leaves all regrets at 0
    int64_t mean = (int64_t)(weighted / whole);
    int64_t largest = 0;
    for (uint32_t p = 0; p < width; p++) {
        int64_t regret = regrets[p] + mean - gains[p];
        regrets[p] = regret > 0 ? regret : 0;
        largest = regrets[p] > largest ? regrets[p] : largest;
    }
    for (uint32_t p = 0; p < width && (largest > REGRET_MAX || largest == 0); p++)
        regrets[p] = largest == 0 ? 1 << FINE : regrets[p] / 2;
}

// Brings the largest multiplier to LAGRANGE_ONE. All zero: all parties press alike.
static void normalise(const struct lagrange *lagrange, int64_t *multipliers)
{
    uint32_t width = lagrange->diagram->party_count;
    int64_t largest = 0;
    for (uint32_t p = 0; p < width; p++)
        largest = multipliers[p] > largest ? multipliers[p] : largest;
    for (uint32_t p = 0; p < width; p++)
        multipliers[p] = largest == 0 ? LAGRANGE_ONE
                                      : (int64_t)((int128)multipliers[p] * LAGRANGE_ONE / largest);
}

void lagrange_multipliers(const struct lagrange *lagrange, const int64_t *weights,
                          int64_t *multipliers)
{
    uint32_t width = lagrange->diagram->party_count;
    int64_t widest = 1;
    for (uint32_t p = 0; p < width; p++)
        widest = lagrange->scale[p] > widest ? lagrange->scale[p] : widest;
    for (uint32_t p = 0; p < width; p++)
        multipliers[p] =
            (int64_t)((int128)weights[p] * LAGRANGE_ONE / (1 << 20) * lagrange->scale[p] / widest);
    normalise(lagrange, multipliers);
}

void lagrange_weights(const struct lagrange *lagrange, const int64_t *multipliers, int64_t least,
                      int64_t *weights)
{
    weights_from(lagrange, multipliers, weights);
    for (uint32_t p = 0; p < lagrange->diagram->party_count; p++)
        weights[p] = weights[p] < least ? least : weights[p];
}

void lagrange_shift(const struct lagrange *lagrange, const int64_t *gaps, int64_t *multipliers)
{
    uint32_t width = lagrange->diagram->party_count;
    int64_t scaled[PARTIES];
    int128 weighted_gap = 0; // below 2^60
    int128 square = 1;
    for (uint32_t p = 0; p < width; p++) {
        scaled[p] = scaled_gain(gaps[p], lagrange->scale[p]);
        weighted_gap += (int128)multipliers[p] * scaled[p];
        square += (int128)scaled[p] * scaled[p];
    }
    for (uint32_t p = 0; p < width; p++) {
        int64_t step = (int64_t)(weighted_gap * scaled[p] / square);
        multipliers[p] = multipliers[p] > step ? multipliers[p] - step : 0;
    }
    normalise(lagrange, multipliers);
}

static int64_t weighted(const struct lagrange *lagrange, const int64_t *weights, const int64_t *row)
{
    int64_t sum = 0;
    for (uint32_t p = 0; p < lagrange->diagram->party_count; p++)
        sum += weights[p] * row[p];
    return sum;
}

static void regrets_start(const struct lagrange *lagrange, int64_t *regrets)
{
    for (uint32_t p = 0; p < lagrange->diagram->party_count; p++)
        regrets[p] = 1 << FINE;
}

bool lagrange_refutes(struct lagrange *lagrange, uint32_t level, uint32_t node,
                      const int64_t *values, const int64_t *floor, unsigned rounds,
                      int64_t *weights)
{
    uint32_t width = lagrange->diagram->party_count;
    int64_t regrets[PARTIES] = {0};
    int64_t gains[PARTIES] = {0};
    int64_t missing[PARTIES] = {0};
    regrets_start(lagrange, regrets);
    for (uint32_t p = 0; p < width; p++)
        missing[p] = floor[p] - values[p];
    for (unsigned round = 0; round < rounds; round++) {
        weights_from(lagrange, regrets, weights);
        linear_weigh(&lagrange->linear, weights, level);
        if (lagrange->linear.to_go[node] < weighted(lagrange, weights, missing))
            return true;
        linear_best(&lagrange->linear, level, node, gains);
        for (uint32_t p = 0; p < width; p++)
            gains[p] = scaled_gain(gains[p] - missing[p], lagrange->scale[p]);
        learn(lagrange, gains, regrets);
    }
    return false;
}

// The bound that the weights in hand put on the share.
static struct ratio share_bound(const struct lagrange *lagrange, const int64_t *weights,
                                const int64_t *base, const int64_t *range)
{
    int128 below = 0;
    for (uint32_t p = 0; p < lagrange->diagram->party_count; p++)
        below += (int128)weights[p] * range[p];
    return (struct ratio){lagrange->linear.to_go[0] - weighted(lagrange, weights, base),
                          (uint128)below};
}

void lagrange_share_weights(struct lagrange *lagrange, const int64_t *base, const int64_t *range,
                            unsigned rounds, int64_t *weights)
{
    uint32_t width = lagrange->diagram->party_count;
    int64_t regrets[PARTIES] = {0};
    int64_t tried[PARTIES] = {0};
    int64_t gains[PARTIES] = {0};
    struct ratio best = {0, 0};
    regrets_start(lagrange, regrets);
    for (unsigned round = 0; round < rounds; round++) {
        weights_from(lagrange, regrets, tried);
        linear_weigh(&lagrange->linear, tried, 0);
        struct ratio bound = share_bound(lagrange, tried, base, range);
        if (bound.below != 0 && (best.below == 0 || ratio_compare(bound, best) < 0)) {
            best = bound;
            memcpy(weights, tried, width * sizeof *weights);
        }
        linear_best(&lagrange->linear, 0, 0, gains);
        for (uint32_t p = 0; p < width; p++) {
            // What the party would have at the bound. The product fits: both stay below 2^62.
            int128 lifted = best.below == 0 ? 0 : best.above * range[p] / (int128)best.below;
            gains[p] = scaled_gain((int128)gains[p] - base[p] - lifted, lagrange->scale[p]);
        }
        learn(lagrange, gains, regrets);
    }
    linear_weigh(&lagrange->linear, weights, 0);
}
