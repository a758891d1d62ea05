// SPDX-License-Identifier: Apache-2.0
#include "frontier/counted_ranges.h"

#include <math.h>
#include <string.h>

#define PARTIES SCENARIO_PARTIES_MAX
#define NEAR_ROUNDS 200u

// Brings the ranges of a group together: what the others must take is not left for one, and what they
// cannot take it must. False when the issues cannot be shared out.
static bool tighten_group(const struct count_search *c, struct range_step *step, uint32_t group)
{
    uint32_t first = c->alike->first_choice[group];
    uint32_t end = c->alike->first_choice[group + 1];
    uint64_t issues = c->alike->issue_counts[group];
    uint64_t least = 0;
    uint64_t most = 0;
    for (uint32_t v = first; v < end; v++) {
        least += step->least[v];
        most += step->most[v];
    }
    if (least > issues || most < issues)
        return false;
    for (uint32_t v = first; v < end; v++) {
        uint64_t room = issues - (least - step->least[v]);
        uint64_t others = most - step->most[v];
        if (step->most[v] > room)
            step->most[v] = (uint32_t)room;
        if (issues > others && step->least[v] < issues - others)
            step->least[v] = (uint32_t)(issues - others);
    }
    return true;
}

// The mixture of the step above, pressed into the ranges.
static void press(const struct count_search *c, struct range_step *step, uint32_t group)
{
    uint32_t first = c->alike->first_choice[group];
    uint32_t end = c->alike->first_choice[group + 1];
    double missing = c->alike->issue_counts[group];
    for (uint32_t v = first; v < end; v++) {
        step->mixed[v] = fmin(fmax(step->mixed[v], step->least[v]), step->most[v]);
        missing -= step->mixed[v];
    }
    for (uint32_t v = first; v < end; v++) {
        double part =
            fmin(fmax(missing, step->least[v] - step->mixed[v]), step->most[v] - step->mixed[v]);
        step->mixed[v] += part;
        missing -= part;
    }
}

bool counted_tighten(const struct count_search *c, struct range_step *step)
{
    for (uint32_t g = 0; g < c->alike->group_count; g++) {
        if (!tighten_group(c, step, g))
            return false;
        press(c, step, g);
    }
    return true;
}

static int64_t weighted(const struct count_search *c, uint32_t choice)
{
    int64_t sum = 0;
    for (uint32_t p = 0; p < c->goal->width; p++)
        sum += c->weights[p] * counted_values(c, choice)[p];
    return sum;
}

// The most of weights · values in the ranges of a group: what is not bound goes where it weighs most.
static int64_t most_of_group(const struct count_search *c, const struct range_step *step,
                             uint32_t group)
{
    uint32_t first = c->alike->first_choice[group];
    uint32_t end = c->alike->first_choice[group + 1];
    int64_t total = 0;
    uint32_t left = c->alike->issue_counts[group];
    for (uint32_t v = first; v < end; v++) {
        c->sums[v] = weighted(c, v);
        total += step->least[v] * c->sums[v];
        left -= step->least[v];
        c->counts[v] = step->least[v];
    }
    while (left > 0) {
        uint32_t best = UINT32_MAX;
        for (uint32_t v = first; v < end; v++)
            if (c->counts[v] < step->most[v] && (best == UINT32_MAX || c->sums[v] > c->sums[best]))
                best = v;
        uint32_t room = step->most[best] - c->counts[best];
        uint32_t taken = room < left ? room : left;
        c->counts[best] += taken;
        total += taken * c->sums[best];
        left -= taken;
    }
    return total;
}

int64_t counted_most(struct count_search *c, const struct range_step *step)
{
    int64_t total = 0;
    for (uint32_t g = 0; g < c->alike->group_count; g++)
        total += most_of_group(c, step, g);
    return total;
}

void counted_keep_root(struct count_search *c, int64_t most)
{
    c->root_bound = most;
    memcpy(c->root_weights, c->weights, sizeof c->root_weights);
}

void counted_sum(const struct count_search *c, const uint32_t *counts, int64_t *values)
{
    memset(values, 0, c->goal->width * sizeof *values);
    for (uint32_t v = 0; v < c->alike->choice_count; v++)
        for (uint32_t p = 0; p < c->goal->width; p++)
            values[p] += counts[v] * counted_values(c, v)[p];
}

int counted_try(struct count_search *c, const uint32_t *counts)
{
    int64_t values[PARTIES];
    counted_sum(c, counts, values);
    int order = incumbent_try(&c->best, c->goal, values);
    if (order > 0)
        list_cut(&c->ties, 0);
    return order;
}

// The mixture in whole numbers: all rounded down, then those up that lost most.
static void round_group(struct count_search *c, const struct range_step *step, uint32_t group)
{
    uint32_t first = c->alike->first_choice[group];
    uint32_t end = c->alike->first_choice[group + 1];
    uint32_t left = c->alike->issue_counts[group];
    for (uint32_t v = first; v < end; v++) {
        double down = floor(step->mixed[v] + COUNTED_WHOLE);
        c->counts[v] = (uint32_t)fmin(fmax(down, step->least[v]), step->most[v]);
        c->counts[v] = c->counts[v] < left ? c->counts[v] : left;
        left -= c->counts[v];
    }
    while (left > 0) {
        uint32_t best = first;
        for (uint32_t v = first + 1; v < end; v++)
            if (step->mixed[v] - c->counts[v] > step->mixed[best] - c->counts[best])
                best = v;
        c->counts[best]++;
        left--;
    }
}

// Moves one issue of a group from one choice to another where that stands higher.
static bool better_by_one(struct count_search *c, uint32_t group)
{
    uint32_t first = c->alike->first_choice[group];
    uint32_t end = c->alike->first_choice[group + 1];
    for (uint32_t from = first; from < end; from++)
        for (uint32_t to = first; to < end && c->counts[from] > 0; to++) {
            if (from == to)
                continue;
            c->counts[from]--;
            c->counts[to]++;
            if (counted_try(c, c->counts) > 0)
                return true;
            c->counts[from]++;
            c->counts[to]--;
        }
    return false;
}

void counted_round(struct count_search *c, const struct range_step *step)
{
    for (uint32_t g = 0; g < c->alike->group_count; g++)
        round_group(c, step, g);
    bool is_better = counted_try(c, c->counts) > 0;
    for (unsigned round = 0; round < NEAR_ROUNDS && is_better; round++) {
        is_better = false;
        for (uint32_t g = 0; g < c->alike->group_count; g++)
            is_better = better_by_one(c, g) || is_better;
    }
}
