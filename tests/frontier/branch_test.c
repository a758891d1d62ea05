// SPDX-License-Identifier: Apache-2.0
#include "frontier/branch.h"

#include "../bargain/random.h"
#include "frontier/linear.h"
#include "frontier/points.h"
#include "frontier/solution.h"

#include <stdio.h>
#include <string.h>

static bool same_rows(const struct fair_point *wanted, const struct fair_point *found,
                      uint32_t width)
{
    int64_t rows[2][SCENARIO_PARTIES_MAX];
    if (wanted->is_defined != found->is_defined || wanted->row_count != found->row_count)
        return false;
    for (size_t i = 0; i < wanted->row_count; i++)
        if (memcmp(front_point(wanted->front, wanted->rows[i], rows[0]),
                   front_point(found->front, found->rows[i], rows[1]),
                   width * sizeof(int64_t)) != 0)
            return false;
    return true;
}

// Whether branching gives the rows that were picked from the front, and its first outcomes are
// allowed and give them.
static bool branches_to(const struct solution *solution, enum point_kind kind, struct goal goal,
                        struct arena *arena)
{
    const struct diagram *diagram = solution->acceptable_diagram;
    struct lagrange lagrange = lagrange_make(diagram, goal.base, arena);
    struct budget budget = budget_unlimited();
    struct incumbent incumbent = {.exists = false};
    struct front front;
    int64_t weights[SCENARIO_PARTIES_MAX];
    uint32_t outcome[SCENARIO_ISSUES_MAX];
    for (uint32_t p = 0; p < goal.width; p++)
        weights[p] = lagrange.limit;
    if (!CHECK(branch_incumbent(diagram, &goal, &lagrange, weights, &incumbent, &budget, arena,
                                &front)) ||
        !CHECK(incumbent.exists == solution->has_acceptable))
        return false;
    struct point_frame frame = {goal.base, goal.base, solution->ideal_feasible};
    struct fair_point found = point_find(kind, &front, &frame, arena);
    for (size_t i = 0; i < front.count; i++) {
        int64_t row[SCENARIO_PARTIES_MAX];
        front_point(&front, i, row);
        front_outcome(&front, i, outcome);
        for (uint32_t p = 0; p < goal.width; p++)
            if (!CHECK_INT(scenario_value(solution->scenario, p, outcome), row[p]))
                return false;
    }
    return CHECK(same_rows(&solution->points[kind], &found, goal.width));
}

static bool agree(const struct scenario *scenario, struct arena *arena)
{
    struct budget budget = budget_unlimited();
    struct solution solution;
    struct error error;
    int64_t ones[SCENARIO_PARTIES_MAX];
    if (!CHECK(solution_find(scenario, &solution_all, &budget, arena, &solution, &error)))
        return false;
    if (diagram_is_empty(solution.acceptable_diagram))
        return true;
    for (uint32_t p = 0; p < scenario->party_count; p++)
        ones[p] = 1;
    struct goal goal = {GOAL_SHARES, scenario->party_count, solution.reserve, ones};
    bool is_equal = branches_to(&solution, POINT_EGALITARIAN, goal, arena);
    goal.kind = GOAL_PRODUCT;
    is_equal = is_equal && branches_to(&solution, POINT_NASH, goal, arena);
    goal.kind = GOAL_SUM;
    return is_equal && branches_to(&solution, POINT_UTILITARIAN, goal, arena);
}

TEST(branching_finds_what_the_front_has)
{
    check_random_scenarios(1500, agree);
}

TEST(branching_finds_what_larger_fronts_have)
{
    check_larger_scenarios(agree);
}

// For any weights the least weighted sum for an objective is reached by no lower row.
TEST(a_goal_asks_of_weighted_sums_what_every_higher_row_has)
{
    struct tap_random random = {7};
    size_t trials = tap_size(10000, 200000);
    for (size_t trial = 0; trial < trials; trial++) {
        uint32_t width = 1 + tap_random_below(&random, 6);
        int64_t base[SCENARIO_PARTIES_MAX];
        int64_t range[SCENARIO_PARTIES_MAX];
        int64_t weights[SCENARIO_PARTIES_MAX];
        int64_t rows[2][SCENARIO_PARTIES_MAX];
        uint32_t size = 1u << (1 + tap_random_below(&random, 20));
        for (uint32_t p = 0; p < width; p++) {
            base[p] = (int64_t)tap_random_below(&random, size) - size / 2;
            range[p] = 1 + tap_random_below(&random, size);
            weights[p] = tap_random_below(&random, 1u << 20);
            rows[0][p] = base[p] + tap_random_below(&random, size);
            rows[1][p] = base[p] + tap_random_below(&random, size);
        }
        struct goal goal = {(enum goal_kind)(trial % 3), width, base, range};
        struct objective objectives[2];
        CHECK(goal_objective(&goal, rows[0], &objectives[0]) &&
              goal_objective(&goal, rows[1], &objectives[1]));
        int higher = goal_compare(&goal, &objectives[1], &objectives[0]) > 0;
        int64_t sum = 0;
        int64_t floor[SCENARIO_PARTIES_MAX];
        goal_floor(&goal, &objectives[!higher], floor);
        for (uint32_t p = 0; p < width; p++) {
            sum += weights[p] * rows[higher][p];
            CHECK(rows[higher][p] >= floor[p]);
        }
        if (!CHECK(sum >= goal_least(&goal, &objectives[!higher], weights)))
            return;
    }
}

// With all weights alike and equal gains the inequality of means holds with equality.
TEST(the_least_sum_for_a_product_is_the_least)
{
    const int64_t base[3] = {0, 0, 0};
    const int64_t weights[3] = {1, 1, 1};
    const int64_t row[3] = {7, 7, 7};
    const int64_t uneven[3] = {1, 2, 4}; // 27 × 8 = 6^3
    const int64_t odd[3] = {1, 2, 5};    // 27 × 10 lies between 6^3 and 7^3
    struct goal goal = {GOAL_PRODUCT, 3, base, NULL};
    struct objective objective;
    REQUIRE(goal_objective(&goal, row, &objective));
    CHECK_INT(goal_least(&goal, &objective, weights), 21);
    REQUIRE(goal_objective(&goal, uneven, &objective));
    CHECK_INT(goal_least(&goal, &objective, weights), 6);
    REQUIRE(goal_objective(&goal, odd, &objective));
    CHECK_INT(goal_least(&goal, &objective, weights), 7);
}

TESTS(TAP_ENTRY(branching_finds_what_the_front_has),
      TAP_ENTRY(branching_finds_what_larger_fronts_have),
      TAP_ENTRY(a_goal_asks_of_weighted_sums_what_every_higher_row_has),
      TAP_ENTRY(the_least_sum_for_a_product_is_the_least))
