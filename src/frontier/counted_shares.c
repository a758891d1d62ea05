// SPDX-License-Identifier: Apache-2.0
//
// What is wanted is a floor for each party. Weights refute the ranges when the most of the weighted sum
// there is below that of the floors. They are sought by going down the slope of that difference with
// steps that would bring it to zero if it were straight (Polyak 1969).
#include "frontier/counted_ranges.h"

#include <math.h>

#define PARTIES SCENARIO_PARTIES_MAX
#define ROUNDS 60u
#define REACH 1.3 // times the step that would do if the difference were straight

// The least that each party must get in what is wanted.
static void floor_of(const struct count_search *c, int64_t *floor)
{
    struct objective nothing = {.share = {0, 1}};
    const struct objective *wanted = c->best.exists ? &c->best.objective : &nothing;
    goal_floor(c->goal, wanted, floor);
    if (!c->best.exists || !c->wants_more)
        return;
    for (uint32_t p = 0; p < c->goal->width; p++)
        if (c->goal->range[p] > 0) // the least whole number above base + share × range
            floor[p] =
                c->goal->base[p] + 1 +
                (int64_t)(wanted->share.above * c->goal->range[p] / (int128)wanted->share.below);
}

static void weigh(struct count_search *c, const double *weights)
{
    double largest = 0;
    for (uint32_t p = 0; p < c->goal->width; p++)
        largest = fmax(largest, weights[p]);
    for (uint32_t p = 0; p < c->goal->width; p++)
        c->weights[p] = (int64_t)((double)c->limit * weights[p] / largest);
}

// A step down the slope; false when nothing would be left of the weights.
static bool step_down(const struct count_search *c, const int64_t *above, double *weights)
{
    double height = 0;
    double steep = 0;
    double left = 0;
    for (uint32_t p = 0; p < c->goal->width; p++) {
        height += weights[p] * (double)above[p];
        steep += (double)above[p] * (double)above[p];
    }
    for (uint32_t p = 0; p < c->goal->width && steep > 0; p++) {
        weights[p] = fmax(0, weights[p] - REACH * height / steep * (double)above[p]);
        left += weights[p];
    }
    for (uint32_t p = 0; p < c->goal->width && left > 0; p++)
        weights[p] /= left;
    return left > 0;
}

// How far the counts in hand stand above the floor, by party; whether nobody is below.
static bool stand_above(const struct count_search *c, const int64_t *floor, int64_t *above)
{
    bool all = true;
    counted_sum(c, c->counts, above);
    for (uint32_t p = 0; p < c->goal->width; p++) {
        above[p] -= floor[p];
        all = all && above[p] >= 0;
    }
    return all;
}

static void start_weights(const struct count_search *c, double *weights)
{
    double left = 0;
    for (uint32_t p = 0; p < c->goal->width; p++)
        left += weights[p];
    for (uint32_t p = 0; p < c->goal->width && left <= 0; p++)
        weights[p] = 1.0 / c->goal->width;
}

static void add_counts(const struct count_search *c, double *mixed, double part)
{
    for (uint32_t v = 0; v < c->alike->choice_count; v++)
        mixed[v] += part * (c->counts[v] - mixed[v]);
}

static bool is_refuted(const struct count_search *c, const int64_t *floor, int64_t most)
{
    int128 least = 0;
    for (uint32_t p = 0; p < c->goal->width; p++)
        least += (int128)c->weights[p] * floor[p];
    return most < least;
}

bool counted_shares_refute(struct count_search *c, struct range_step *step)
{
    int64_t floor[PARTIES];
    int64_t above[PARTIES];
    bool is_root = c->steps.count == 1;
    uint64_t price = (uint64_t)c->alike->choice_count * c->goal->width;
    floor_of(c, floor);
    start_weights(c, step->weights);
    for (unsigned round = 0; round < ROUNDS; round++) {
        if (!budget_spend(c->budget, 2 * price)) {
            c->is_stopped = true;
            return true;
        }
        weigh(c, step->weights);
        int64_t most = counted_most(c, step);
        if (is_root)
            counted_keep_root(c, most);
        if (is_refuted(c, floor, most))
            return true;
        add_counts(c, step->mixed, 1.0 / (round + 1));
        if (stand_above(c, floor, above)) {
            if (counted_try(c, c->counts) <= 0)
                return false;
            floor_of(c, floor);
            stand_above(c, floor, above);
        }
        if (!step_down(c, above, step->weights))
            return false;
    }
    return false;
}
