// SPDX-License-Identifier: Apache-2.0
#include "frontier/counted_ranges.h"

#include <math.h>

#define ROUNDS 60u // of moving counts from one option to another
#define LINE_ROUNDS 30u
#define FLAT 1e-9 // of the slope: no option is better than another

// The product where counts need not be whole: gains by party.
struct slope {
    const struct count_search *counted;
    double gains[SCENARIO_PARTIES_MAX];
};

static void measure_gains(struct slope *slope, const struct range_step *step)
{
    const struct count_search *c = slope->counted;
    for (uint32_t p = 0; p < c->goal->width; p++)
        slope->gains[p] = -(double)c->goal->base[p];
    for (uint32_t v = 0; v < c->alike->choice_count; v++)
        for (uint32_t p = 0; p < c->goal->width; p++)
            slope->gains[p] += step->mixed[v] * (double)counted_values(c, v)[p];
}

// A gain as the slope sees it: who has nothing yet comes first.
static double weighing_gain(double gain)
{
    return gain > COUNTED_WHOLE ? gain : COUNTED_WHOLE;
}

static double slope_of(const struct slope *slope, uint32_t choice)
{
    const struct count_search *c = slope->counted;
    double sum = 0;
    for (uint32_t p = 0; p < c->goal->width; p++)
        sum += (double)counted_values(c, choice)[p] / weighing_gain(slope->gains[p]);
    return sum;
}

// How far to go from one choice to another: to where the slope of the product turns, at most `far`.
static double line_search(const struct slope *slope, uint32_t from, uint32_t to, double far)
{
    const struct count_search *c = slope->counted;
    double low = 0;
    double high = far;
    for (unsigned round = 0; round < LINE_ROUNDS; round++) {
        double at = round == 0 ? far : low + (high - low) / 2;
        double sum = 0;
        for (uint32_t p = 0; p < c->goal->width; p++) {
            double step = (double)(counted_values(c, to)[p] - counted_values(c, from)[p]);
            sum += step / weighing_gain(slope->gains[p] + at * step);
        }
        if (sum >= 0)
            low = at;
        else
            high = at;
        if (high - low < COUNTED_WHOLE)
            break;
    }
    return low;
}

// Moves issues of a group from one choice to another; false when that is nothing.
static bool shift_counts(struct slope *slope, struct range_step *step, uint32_t from, uint32_t to)
{
    const struct count_search *c = slope->counted;
    double far = fmin(step->most[to] - step->mixed[to], step->mixed[from] - step->least[from]);
    double moved = line_search(slope, from, to, far);
    step->mixed[from] -= moved;
    step->mixed[to] += moved;
    for (uint32_t p = 0; p < c->goal->width; p++)
        slope->gains[p] += moved * (double)(counted_values(c, to)[p] - counted_values(c, from)[p]);
    return moved > COUNTED_WHOLE * COUNTED_WHOLE;
}

// From the choice that is worth least to the one that is worth most; false when none is worth more.
static bool climb_group(struct slope *slope, struct range_step *step, uint32_t group)
{
    const struct alike_issues *alike = slope->counted->alike;
    uint32_t from = UINT32_MAX;
    uint32_t to = UINT32_MAX;
    double low = HUGE_VAL;
    double high = -HUGE_VAL;
    for (uint32_t v = alike->first_choice[group]; v < alike->first_choice[group + 1]; v++) {
        double worth = slope_of(slope, v);
        if (step->mixed[v] < step->most[v] && worth > high) {
            high = worth;
            to = v;
        }
        if (step->mixed[v] > step->least[v] && worth < low) {
            low = worth;
            from = v;
        }
    }
    return from != UINT32_MAX && to != UINT32_MAX && from != to &&
           high - low > FLAT * (fabs(high) + fabs(low)) && shift_counts(slope, step, from, to);
}

static bool climb(struct slope *slope, struct range_step *step)
{
    const struct count_search *c = slope->counted;
    bool is_moving = true;
    uint64_t price = (uint64_t)c->alike->choice_count * c->goal->width;
    measure_gains(slope, step);
    for (unsigned round = 0; round < ROUNDS && is_moving; round++) {
        is_moving = false;
        for (uint32_t g = 0; g < c->alike->group_count; g++)
            is_moving = climb_group(slope, step, g) || is_moving;
        if (!budget_spend(c->budget, 2 * price))
            return false;
    }
    return true;
}

// Weights as the slope has them: one over the gain.
static void weigh(const struct slope *slope, struct count_search *c)
{
    double least = HUGE_VAL;
    for (uint32_t p = 0; p < c->goal->width; p++)
        least = fmin(least, weighing_gain(slope->gains[p]));
    for (uint32_t p = 0; p < c->goal->width; p++) {
        double weight = (double)c->limit * least / weighing_gain(slope->gains[p]);
        c->weights[p] = weight < 1 ? 1 : (int64_t)weight;
    }
}

bool counted_slope_refutes(struct count_search *c, struct range_step *step)
{
    struct slope slope = {.counted = c};
    if (!climb(&slope, step)) {
        c->is_stopped = true;
        return true;
    }
    weigh(&slope, c);
    int64_t most = counted_most(c, step);
    if (c->steps.count == 1)
        counted_keep_root(c, most);
    if (!c->best.exists)
        return false;
    int64_t least = goal_least(c->goal, &c->best.objective, c->weights);
    return most < least;
}
