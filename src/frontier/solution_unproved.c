// SPDX-License-Identifier: Apache-2.0
#include "bargain/wide.h"
#include "frontier/goal.h"
#include "frontier/solution_parts.h"

#include <string.h>

#define PARTIES SCENARIO_PARTIES_MAX

struct met {
    int64_t values[PARTIES];
    const uint32_t *package; // NULL: not known
};

// What was met for a kind of point, proved or not; false when nothing was.
static bool met_for(const struct solver *solver, unsigned kind, struct met *met)
{
    const struct solution *solution = solver->solution;
    const struct fair_point *point = &solution->points[kind];
    const struct direct *direct = solution->unproved[kind];
    if (point->is_defined) {
        uint32_t *package = ARENA_ARRAY(solver->arena, uint32_t, solver->scenario->issue_count);
        front_point(point->front, point->rows[0], met->values);
        front_outcome(point->front, point->rows[0], package);
        met->package = package;
        return true;
    }
    if (!direct || !direct->has_known)
        return false;
    memcpy(met->values, direct->known, sizeof met->values);
    met->package = direct->package;
    return true;
}

// What the rule compares, as a goal that all kinds but KS have.
static struct goal goal_of(const struct solver *solver, enum point_kind kind, int64_t *ones)
{
    enum goal_kind goal = kind == POINT_NASH          ? GOAL_PRODUCT
                          : kind == POINT_UTILITARIAN ? GOAL_SUM
                                                      : GOAL_SHARES;
    for (uint32_t p = 0; p < solver->scenario->party_count; p++)
        ones[p] = 1;
    return (struct goal){goal, solver->scenario->party_count, solver->reserve, ones};
}

static struct str print_signed(int128 number, struct arena *arena)
{
    struct str digits = wide_print_128((uint128)(number < 0 ? -number : number), arena);
    return arena_print(arena, "%s%.*s", number < 0 ? "-" : "", STR_ARGS(digits));
}

static int128 sum_of(const int64_t *row, uint32_t width)
{
    int128 sum = 0;
    for (uint32_t p = 0; p < width; p++)
        sum += row[p];
    return sum;
}

// The objective in the words of the point: of a sum that of the values, not of the gains.
static struct str print_objective(const struct solver *solver, enum point_kind kind,
                                  const struct objective *objective)
{
    uint32_t width = solver->scenario->party_count;
    if (kind == POINT_NASH)
        return wide_print(objective->product, width, solver->arena);
    if (kind == POINT_UTILITARIAN)
        return print_signed(objective->sum + sum_of(solver->reserve, width), solver->arena);
    return ratio_print(objective->share, solver->arena);
}

// Takes what was met if it is better than what the point has.
static void offer(const struct goal *goal, const struct met *met, struct direct *direct)
{
    struct objective own;
    struct objective other;
    if (!goal_objective(goal, met->values, &other))
        return;
    if (direct->has_known && goal_objective(goal, direct->known, &own)) {
        int order = goal_compare(goal, &other, &own);
        if (order < 0 || (order == 0 && (direct->package || !met->package)))
            return;
    }
    direct->has_known = true;
    direct->package = met->package;
    memcpy(direct->known, met->values, goal->width * sizeof *direct->known);
}

// The points of the part of the front that was found; they may cross red lines.
static void offer_front(const struct solver *solver, const struct goal *goal, struct direct *direct)
{
    const struct front *front = &solver->solution->front;
    struct met met = {.package = NULL};
    for (size_t i = 0; i < front->count && !solver->has_red_lines; i++) {
        uint32_t *package = ARENA_ARRAY(solver->arena, uint32_t, solver->scenario->issue_count);
        front_point(front, i, met.values);
        front_outcome(front, i, package);
        met.package = package;
        offer(goal, &met, direct);
    }
}

// The best that was met for any kind, or on the front.
static void take_best(struct solver *solver, enum point_kind kind, struct direct *direct)
{
    int64_t ones[PARTIES];
    struct goal goal = goal_of(solver, kind, ones);
    struct objective best;
    struct met met;
    for (unsigned from = 0; from < POINT_KINDS; from++)
        if (met_for(solver, from, &met))
            offer(&goal, &met, direct);
    offer_front(solver, &goal, direct);
    if (direct->has_known && goal_objective(&goal, direct->known, &best))
        direct->known_value = print_objective(solver, kind, &best);
}

// The most that the smallest gain, or the sum of gains, can be, where it is known for a kind.
static bool most_of(const struct solver *solver, enum point_kind kind, int128 *most)
{
    const struct direct *unproved = solver->solution->unproved[kind];
    int64_t row[PARTIES];
    if (solver->solution->direct[kind] && solver->solution->points[kind].is_defined) {
        const struct fair_point *point = &solver->solution->points[kind];
        uint32_t width = solver->scenario->party_count;
        front_point(point->front, point->rows[0], row);
        *most = INT64_MAX;
        for (uint32_t p = 0; p < width; p++)
            *most = row[p] - solver->reserve[p] < *most ? row[p] - solver->reserve[p] : *most;
        if (kind == POINT_UTILITARIAN)
            *most = sum_of(row, width) - sum_of(solver->reserve, width);
        return true;
    }
    if (!unproved || !unproved->has_most || unproved->most.below == 0)
        return false;
    int128 below = (int128)unproved->most.below;
    *most = unproved->most.above / below -
            (unproved->most.above % below != 0 && unproved->most.above < 0);
    return true;
}

// By the inequality of means a product of gains is no more than the mean gain to the power of the parties.
static struct str most_product(const struct solver *solver, int128 sum)
{
    uint32_t width = solver->scenario->party_count;
    size_t words = 2 * (size_t)width;
    uint64_t *product = ARENA_ARRAY(solver->arena, uint64_t, words);
    uint64_t low = (uint64_t)sum;
    uint64_t factor[2] = {low, (uint64_t)((uint128)sum >> 64)};
    if (sum < 0)
        return STR("0");
    if (factor[1] != 0)
        return STR("");
    product[0] = 1;
    for (uint32_t p = 0; p < width; p++)
        wide_multiply(product, low, words);
    for (uint32_t p = 0; p < width; p++)
        wide_divide(product, width, words);
    return wide_print(product, words, solver->arena);
}

static void take_most(struct solver *solver, enum point_kind kind, struct direct *direct)
{
    int128 most;
    if (kind == POINT_NASH) {
        if (most_of(solver, POINT_UTILITARIAN, &most))
            direct->most_value = most_product(solver, most);
    } else if (kind == POINT_UTILITARIAN) {
        uint32_t width = solver->scenario->party_count;
        if (most_of(solver, kind, &most))
            direct->most_value = print_signed(most + sum_of(solver->reserve, width), solver->arena);
    } else {
        int128 other;
        bool has_most = most_of(solver, kind, &most);
        if (most_of(solver, POINT_MAXMIN, &other) && (!has_most || other < most)) {
            most = other;
            has_most = true;
        }
        if (has_most)
            direct->most_value = print_signed(most, solver->arena);
    }
}

void solution_unproved(struct solver *solver)
{
    for (unsigned kind = 0; kind < POINT_KS_MINSPREAD; kind++) {
        struct direct *direct = solver->solution->unproved[kind];
        if (!direct || kind == POINT_KS)
            continue;
        take_best(solver, (enum point_kind)kind, direct);
        take_most(solver, (enum point_kind)kind, direct);
    }
}
