// SPDX-License-Identifier: Apache-2.0
//
// A step is a range for each count. Its bound: with whole weights w, no outcome in it has a weighted sum
// of values above that of the counts that fill the ranges greedily, and goal_least or a floor says what
// something as high as the best one needs. What is proved is so in whole numbers; where to branch and
// which weights to try is found in floating point.
#include "frontier/counted_search.h"

#include "frontier/counted_ranges.h"
#include "frontier/linear.h"

#include <math.h>
#include <string.h>

#define PARTIES SCENARIO_PARTIES_MAX
#define ALIKE_LEAST 2u // issues for each group, or else nothing is gained
#define TIES_MAX ((size_t)20 * 1000)

static struct range_step *counted_step(struct count_search *c, size_t depth)
{
    uint32_t choices = c->alike->choice_count;
    while (c->steps.count <= depth)
        *LIST_ADD(&c->steps, struct range_step) =
            (struct range_step){.least = ARENA_ARRAY(c->arena, uint32_t, choices),
                                .most = ARENA_ARRAY(c->arena, uint32_t, choices),
                                .mixed = ARENA_ARRAY(c->arena, double, choices),
                                .weights = ARENA_ARRAY(c->arena, double, c->goal->width)};
    return LIST_AT(&c->steps, struct range_step, depth);
}

// The range that is farthest from whole, or else the widest; false when each has one number.
static bool choose_range(struct count_search *c, struct range_step *step)
{
    double farthest = -1;
    for (uint32_t v = 0; v < c->alike->choice_count; v++) {
        if (step->least[v] == step->most[v])
            continue;
        double part = fabs(step->mixed[v] - round(step->mixed[v]));
        double wide = 1 - 1.0 / (step->most[v] - step->least[v] + 1.0);
        double far = part > COUNTED_WHOLE && c->goal->kind == GOAL_PRODUCT ? 1 + part : wide;
        if (far <= farthest)
            continue;
        farthest = far;
        step->choice = v;
        step->at = (uint32_t)floor(step->mixed[v] + COUNTED_WHOLE);
        step->upper_first = step->mixed[v] - step->at > 0.5;
    }
    if (farthest < 0)
        return false;
    if (step->at >= step->most[step->choice])
        step->at = step->most[step->choice] - 1;
    step->next = 0;
    return true;
}

// The only counts left join those that stand as high as the best.
static void take_counts(struct count_search *c, const struct range_step *step)
{
    if (counted_try(c, step->least) < 0 || !c->keeps_ties)
        return;
    uint32_t *kept = ARENA_ARRAY(c->arena, uint32_t, c->alike->choice_count);
    memcpy(kept, step->least, c->alike->choice_count * sizeof *kept);
    *LIST_ADD(&c->ties, uint32_t *) = kept;
    c->is_stopped = c->is_stopped || c->ties.count > TIES_MAX;
}

// Goes into a step; true when it has branches to try.
static bool enter_ranges(struct count_search *c, size_t depth)
{
    struct range_step *step = counted_step(c, depth);
    if (!counted_tighten(c, step))
        return false;
    bool is_refuted = c->goal->kind == GOAL_PRODUCT ? counted_slope_refutes(c, step)
                                                    : counted_shares_refute(c, step);
    if (is_refuted)
        return false;
    counted_round(c, step);
    if (choose_range(c, step))
        return true;
    take_counts(c, step);
    return false;
}

// The next branch of a step, laid out one deeper; false when both have been tried.
static bool next_range(struct count_search *c, size_t depth)
{
    uint32_t choices = c->alike->choice_count;
    struct range_step *below = counted_step(c, depth + 1); // first: the list may move
    struct range_step *step = counted_step(c, depth);
    if (step->next == 2)
        return false;
    bool takes_upper = (step->next == 0) == step->upper_first;
    step->next++;
    memcpy(below->least, step->least, choices * sizeof *below->least);
    memcpy(below->most, step->most, choices * sizeof *below->most);
    memcpy(below->mixed, step->mixed, choices * sizeof *below->mixed);
    memcpy(below->weights, step->weights, c->goal->width * sizeof *below->weights);
    if (takes_upper)
        below->least[step->choice] = step->at + 1;
    else
        below->most[step->choice] = step->at;
    return true;
}

// Everything is possible, in equal parts.
static void start_ranges(struct count_search *c)
{
    struct range_step *root = counted_step(c, 0);
    for (uint32_t g = 0; g < c->alike->group_count; g++) {
        uint32_t first = c->alike->first_choice[g];
        uint32_t end = c->alike->first_choice[g + 1];
        for (uint32_t v = first; v < end; v++) {
            root->least[v] = 0;
            root->most[v] = c->alike->issue_counts[g];
            root->mixed[v] = (double)c->alike->issue_counts[g] / (end - first);
        }
    }
}

static void search_ranges(struct count_search *c)
{
    size_t depth = 0;
    start_ranges(c);
    bool has_branches = enter_ranges(c, 0);
    while (!c->is_stopped) {
        if (has_branches && next_range(c, depth)) {
            has_branches = enter_ranges(c, ++depth);
        } else if (depth == 0) {
            return;
        } else {
            depth--;
            has_branches = true;
        }
    }
}

// Without the best itself, where looking for all ties came to no end before it was met.
static void gather_ties(struct count_search *c, const struct diagram *diagram, struct arena *arena,
                        struct front *front)
{
    uint32_t **outcomes = ARENA_ARRAY(c->arena, uint32_t *, c->ties.count + 1);
    for (size_t i = 0; i < c->ties.count; i++)
        outcomes[i] =
            alike_issues_outcome(c->alike, diagram, *LIST_AT(&c->ties, uint32_t *, i), c->arena);
    front_of_outcomes(diagram, outcomes, c->ties.count, arena, front);
}

// Someone gains nothing in the best outcome: the product does not tell outcomes apart then.
static bool is_without_product(const struct count_search *c)
{
    int64_t floor[PARTIES];
    if (c->goal->kind != GOAL_PRODUCT)
        return false;
    if (!c->best.exists)
        return true;
    goal_floor(c->goal, &c->best.objective, floor);
    return floor[0] == c->goal->base[0];
}

static bool search_counts(struct count_search *c, const struct diagram *diagram,
                          struct arena *arena, struct counted_found *found)
{
    c->wants_more = true;
    search_ranges(c);
    if (c->is_stopped || is_without_product(c))
        return false;
    c->wants_more = false;
    c->keeps_ties = true;
    if (c->best.exists)
        search_ranges(c);
    found->has_all = !c->is_stopped;
    if (c->best.exists && c->ties.count == 0)
        return false;
    gather_ties(c, diagram, arena, &found->front);
    memcpy(found->weights, c->root_weights, sizeof found->weights);
    found->bound = c->root_bound;
    return true;
}

bool counted_search(const struct diagram *diagram, const struct goal *goal, struct budget *budget,
                    struct arena *arena, struct counted_found *found)
{
    struct arena *work = arena_open();
    struct alike_issues alike;
    *found = (struct counted_found){.bound = 0};
    bool can = goal->kind != GOAL_SUM && !diagram->is_loose && !diagram_is_empty(diagram) &&
               alike_issues_make(diagram, work, &alike) &&
               alike.group_count * ALIKE_LEAST <= diagram->level_count;
    if (can) {
        struct count_search c = {.alike = &alike,
                                 .goal = goal,
                                 .budget = budget,
                                 .arena = work,
                                 .steps = LIST_MAKE(work, struct range_step),
                                 .ties = LIST_MAKE(work, uint32_t *),
                                 .counts = ARENA_ARRAY(work, uint32_t, alike.choice_count),
                                 .sums = ARENA_ARRAY(work, int64_t, alike.choice_count),
                                 .limit = linear_limit(diagram, goal->base)};
        can = c.limit > 0 && search_counts(&c, diagram, arena, found);
    }
    arena_close(work);
    return can;
}
