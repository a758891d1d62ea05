// SPDX-License-Identifier: Apache-2.0
#include "frontier/contest.h"

#include "bargain/wide.h"

#include <assert.h>
#include <string.h>

#define PARTIES SCENARIO_PARTIES_MAX
#define FINE 20    // bits after the point of a gain measured in its scale
#define GAIN_MAX 8 // scales; farther gains count as this
#define REGRET_MAX (1 << 30)

struct contest contest_make(const struct diagram *diagram, const int64_t *reserve,
                            struct arena *arena)
{
    struct contest contest = {.diagram = diagram,
                              .limit = linear_limit(diagram, reserve),
                              .linear = linear_make(diagram, arena)};
    for (uint32_t p = 0; p < diagram->party_count; p++) {
        int64_t spread = diagram->most[p] - diagram->least[p];
        contest.scale[p] = spread > 0 ? spread : 1;
    }
    return contest;
}

// Weights in proportion to the regrets, each in the scale of its party; some are at the limit.
static void weights_from(const struct contest *contest, const int64_t *regrets, int64_t *weights)
{
    uint32_t width = contest->diagram->party_count;
    int64_t least_scale = INT64_MAX;
    for (uint32_t p = 0; p < width; p++)
        least_scale = contest->scale[p] < least_scale ? contest->scale[p] : least_scale;
    uint64_t raw[PARTIES];
    uint64_t largest = 1;
    for (uint32_t p = 0; p < width; p++) {
        uint128 part = ((uint128)(uint64_t)regrets[p] << 30) * (uint64_t)least_scale /
                       (uint64_t)contest->scale[p];
        raw[p] = (uint64_t)part; // at most 2^60
        largest = raw[p] > largest ? raw[p] : largest;
    }
    for (uint32_t p = 0; p < width; p++)
        weights[p] = (int64_t)((uint128)raw[p] * (uint64_t)contest->limit / largest);
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
static void learn(const struct contest *contest, const int64_t *gains, int64_t *regrets)
{
    uint32_t width = contest->diagram->party_count;
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

// Brings the largest pressure to CONTEST_ONE. All zero: all parties press alike.
static void normalise(const struct contest *contest, int64_t *pressures)
{
    uint32_t width = contest->diagram->party_count;
    int64_t largest = 0;
    for (uint32_t p = 0; p < width; p++)
        largest = pressures[p] > largest ? pressures[p] : largest;
    for (uint32_t p = 0; p < width; p++)
        pressures[p] =
            largest == 0 ? CONTEST_ONE : (int64_t)((int128)pressures[p] * CONTEST_ONE / largest);
}

void contest_press(const struct contest *contest, const int64_t *weights, int64_t *pressures)
{
    uint32_t width = contest->diagram->party_count;
    int64_t widest = 1;
    for (uint32_t p = 0; p < width; p++)
        widest = contest->scale[p] > widest ? contest->scale[p] : widest;
    for (uint32_t p = 0; p < width; p++)
        pressures[p] =
            (int64_t)((int128)weights[p] * CONTEST_ONE / (1 << 20) * contest->scale[p] / widest);
    normalise(contest, pressures);
}

void contest_weights(const struct contest *contest, const int64_t *pressures, int64_t least,
                     int64_t *weights)
{
    weights_from(contest, pressures, weights);
    for (uint32_t p = 0; p < contest->diagram->party_count; p++)
        weights[p] = weights[p] < least ? least : weights[p];
}

void contest_shift(const struct contest *contest, const int64_t *gaps, int64_t *pressures)
{
    uint32_t width = contest->diagram->party_count;
    int64_t scaled[PARTIES];
    int128 weighted_gap = 0; // below 2^60
    int128 square = 1;
    for (uint32_t p = 0; p < width; p++) {
        scaled[p] = scaled_gain(gaps[p], contest->scale[p]);
        weighted_gap += (int128)pressures[p] * scaled[p];
        square += (int128)scaled[p] * scaled[p];
    }
    for (uint32_t p = 0; p < width; p++) {
        int64_t step = (int64_t)(weighted_gap * scaled[p] / square);
        pressures[p] = pressures[p] > step ? pressures[p] - step : 0;
    }
    normalise(contest, pressures);
}

static int64_t weighted(const struct contest *contest, const int64_t *weights, const int64_t *row)
{
    int64_t sum = 0;
    for (uint32_t p = 0; p < contest->diagram->party_count; p++)
        sum += weights[p] * row[p];
    return sum;
}

static void regrets_start(const struct contest *contest, int64_t *regrets)
{
    for (uint32_t p = 0; p < contest->diagram->party_count; p++)
        regrets[p] = 1 << FINE;
}

bool contest_refutes(struct contest *contest, uint32_t level, uint32_t node, const int64_t *worths,
                     const int64_t *floor, unsigned rounds, int64_t *weights)
{
    uint32_t width = contest->diagram->party_count;
    int64_t regrets[PARTIES] = {0};
    int64_t gains[PARTIES] = {0};
    int64_t missing[PARTIES] = {0};
    regrets_start(contest, regrets);
    for (uint32_t p = 0; p < width; p++)
        missing[p] = floor[p] - worths[p];
    for (unsigned round = 0; round < rounds; round++) {
        weights_from(contest, regrets, weights);
        linear_weigh(&contest->linear, weights, level);
        if (contest->linear.to_go[node] < weighted(contest, weights, missing))
            return true;
        linear_best(&contest->linear, level, node, gains);
        for (uint32_t p = 0; p < width; p++)
            gains[p] = scaled_gain(gains[p] - missing[p], contest->scale[p]);
        learn(contest, gains, regrets);
    }
    return false;
}

// The bound that the weights in hand put on the share.
static struct ratio share_bound(const struct contest *contest, const int64_t *weights,
                                const int64_t *base, const int64_t *range)
{
    int128 below = 0;
    for (uint32_t p = 0; p < contest->diagram->party_count; p++)
        below += (int128)weights[p] * range[p];
    return (struct ratio){contest->linear.to_go[0] - weighted(contest, weights, base),
                          (uint128)below};
}

void contest_share_weights(struct contest *contest, const int64_t *base, const int64_t *range,
                           unsigned rounds, int64_t *weights)
{
    uint32_t width = contest->diagram->party_count;
    int64_t regrets[PARTIES] = {0};
    int64_t tried[PARTIES] = {0};
    int64_t gains[PARTIES] = {0};
    struct ratio best = {0, 0};
    regrets_start(contest, regrets);
    for (unsigned round = 0; round < rounds; round++) {
        weights_from(contest, regrets, tried);
        linear_weigh(&contest->linear, tried, 0);
        struct ratio bound = share_bound(contest, tried, base, range);
        if (bound.below != 0 && (best.below == 0 || ratio_compare(bound, best) < 0)) {
            best = bound;
            memcpy(weights, tried, width * sizeof *weights);
        }
        linear_best(&contest->linear, 0, 0, gains);
        for (uint32_t p = 0; p < width; p++) {
            // What the party would have at the bound. The product fits: both stay below 2^62.
            int128 lifted = best.below == 0 ? 0 : best.above * range[p] / (int128)best.below;
            gains[p] = scaled_gain((int128)gains[p] - base[p] - lifted, contest->scale[p]);
        }
        learn(contest, gains, regrets);
    }
    linear_weigh(&contest->linear, weights, 0);
}
