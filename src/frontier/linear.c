// SPDX-License-Identifier: Apache-2.0
#include "frontier/linear.h"

#include "bargain/wide.h"

#include <assert.h>

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
                 int64_t *worths, uint32_t *options)
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
            if (options)
                options[level] = arc->option;
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
        assert(range[p] > 0);
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
    assert(largest >> shift > 0);
    for (uint32_t p = 0; p < width; p++) {
        uint128 weight = (raw[p] >> shift) * (uint64_t)limit / (uint64_t)(largest >> shift);
        weights[p] = weight < 1 ? 1 : (int64_t)weight;
    }
}

// One climb: `rounds` steps of the relaxation, the mean of the packages met so far moving toward the
// best one by its own slope.
struct climb {
    const struct diagram *diagram;
    const int64_t *reserve;
    const int64_t *range;
    int64_t limit;
    int64_t *to_go;
    int64_t *weights;   // in and out
    struct ratio bound; // on a common share, the best so far
    int64_t *best;      // the weights that gave it
};

static void note_bound(struct climb *climb)
{
    int64_t above = climb->to_go[0];
    int128 below = 0;
    for (uint32_t p = 0; p < climb->diagram->party_count; p++) {
        above -= climb->weights[p] * climb->reserve[p];
        below += (int128)climb->weights[p] * climb->range[p];
    }
    struct ratio bound = {above, (uint128)below};
    if (climb->bound.below != 0 && ratio_compare(bound, climb->bound) >= 0)
        return;
    climb->bound = bound;
    for (uint32_t p = 0; p < climb->diagram->party_count; p++)
        climb->best[p] = climb->weights[p];
}

static void climb_rounds(struct climb *climb, unsigned sharp, unsigned rounds, int64_t *mean)
{
    uint32_t width = climb->diagram->party_count;
    int64_t worths[SCENARIO_PARTIES_MAX];
    for (unsigned round = 0; round < rounds; round++) {
        weights_from(mean, climb->range, width, sharp, climb->limit, climb->weights);
        linear_to_go(climb->diagram, climb->weights, climb->to_go);
        note_bound(climb);
        linear_best(climb->diagram, climb->weights, climb->to_go, worths, NULL);
        for (uint32_t p = 0; p < width; p++) {
            int64_t gain = worths[p] - climb->reserve[p];
            int128 step = ((int128)gain - mean[p]) * 2 / (round + 2);
            mean[p] = round == 0 && sharp <= 2 ? gain : (int64_t)(mean[p] + step);
        }
    }
    weights_from(mean, climb->range, width, sharp, climb->limit, climb->weights);
}

// Turns one weight up or down a little as long as the bound sinks.
static void polish(struct climb *climb)
{
    uint32_t width = climb->diagram->party_count;
    for (int64_t part = 4; part <= 256; part *= 2)
        for (uint32_t p = 0; p < width; p++)
            for (int sign = -1; sign <= 1; sign += 2) {
                for (uint32_t q = 0; q < width; q++)
                    climb->weights[q] = climb->best[q];
                int64_t turned = climb->best[p] + sign * (climb->best[p] / part);
                climb->weights[p] = turned < 1 ? 1 : turned > climb->limit ? climb->limit : turned;
                linear_to_go(climb->diagram, climb->weights, climb->to_go);
                note_bound(climb);
            }
}

void linear_product_weights(const struct diagram *diagram, const int64_t *reserve,
                            const int64_t *range, int64_t *weights)
{
    struct arena *work = arena_open();
    int64_t unused[SCENARIO_PARTIES_MAX];
    int64_t mean[SCENARIO_PARTIES_MAX];
    struct climb climb = {diagram,
                          reserve,
                          range,
                          linear_limit(diagram, reserve),
                          ARENA_ARRAY(work, int64_t, diagram->node_count),
                          weights,
                          {0, 0},
                          unused};
    for (uint32_t p = 0; p < diagram->party_count; p++)
        mean[p] = range[p];
    climb_rounds(&climb, 1, 40, mean);
    arena_close(work);
}

void linear_share_weights(const struct diagram *diagram, const int64_t *reserve,
                          const int64_t *range, int64_t *weights)
{
    struct arena *work = arena_open();
    int64_t tried[SCENARIO_PARTIES_MAX];
    int64_t mean[SCENARIO_PARTIES_MAX];
    struct climb climb = {diagram,
                          reserve,
                          range,
                          linear_limit(diagram, reserve),
                          ARENA_ARRAY(work, int64_t, diagram->node_count),
                          tried,
                          {0, 0},
                          weights};
    for (uint32_t p = 0; p < diagram->party_count; p++)
        mean[p] = range[p];
    climb_rounds(&climb, 2, 20, mean);
    climb_rounds(&climb, 6, 30, mean);
    climb_rounds(&climb, 20, 40, mean);
    polish(&climb);
    arena_close(work);
}
