// SPDX-License-Identifier: Apache-2.0
// Answers without a diagram, against those with one.
#include "bargain/wide.h"
#include "frontier/solution.h"
#include "random.h"

#include <stdio.h>
#include <string.h>

static bool solve(const struct scenario *scenario, uint32_t width, uint64_t steps,
                  struct arena *arena, struct solution *solution)
{
    struct solution_request request = solution_all;
    struct budget budget = budget_unlimited();
    struct error error = {.code = ERROR_NONE};
    request.layout_width = width;
    budget.steps_left = steps;
    return solution_find(scenario, &request, &budget, arena, solution, &error);
}

static bool same_values(const struct fair_point *a, const struct fair_point *b)
{
    if (a->is_defined != b->is_defined || a->value_count != b->value_count)
        return false;
    for (size_t i = 0; i < a->value_count; i++)
        if (!str_equal(a->values[i], b->values[i]))
            return false;
    return true;
}

// The packages behind the rows are allowed where the values are those of a front: each is checked.
static bool same_front(const struct scenario *scenario, const struct front *a,
                       const struct front *b, struct arena *arena)
{
    int64_t rows[2][SCENARIO_PARTIES_MAX];
    uint32_t *outcome = ARENA_ARRAY(arena, uint32_t, scenario->issue_count);
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++) {
        front_point(a, i, rows[0]);
        front_point(b, i, rows[1]);
        if (memcmp(rows[0], rows[1], scenario->party_count * sizeof(int64_t)) != 0)
            return false;
        front_outcome(b, i, outcome);
        for (uint32_t p = 0; p < scenario->party_count; p++)
            if (scenario_value(scenario, p, outcome) != rows[1][p])
                return false;
    }
    return true;
}

static bool is_within(const struct tally *exact, const struct tally *bounds)
{
    return digits_compare(bounds->at_least, exact->at_least) <= 0 &&
           digits_compare(exact->at_least, bounds->at_most) <= 0;
}

// With all the time there is, what is said without a diagram is what is said with one.
static bool agree(const struct scenario *scenario, struct arena *arena)
{
    struct solution whole;
    struct solution loose;
    if (!CHECK(solve(scenario, 0, UINT64_MAX, arena, &whole)) ||
        !CHECK(solve(scenario, 1, UINT64_MAX, arena, &loose)))
        return false;
    if (!CHECK(loose.has_answer) || !CHECK(loose.has_acceptable == whole.has_acceptable) ||
        !CHECK(is_within(&whole.feasible, &loose.feasible)) ||
        !CHECK(is_within(&whole.acceptable, &loose.acceptable)))
        return false;
    for (int kind = 0; kind < POINT_KS_MINSPREAD; kind++)
        if (loose.points[kind].is_defined &&
            !CHECK(same_values(&whole.points[kind], &loose.points[kind])))
            return printf("# %s\n", point_name((enum point_kind)kind)) < 0;
    if (loose.is_loose && scenario->party_count == 2 && loose.feasible_diagram->node_count > 0 &&
        !diagram_is_empty(whole.feasible_diagram))
        return CHECK(loose.has_front) &&
               CHECK(same_front(scenario, &whole.front, &loose.front, arena)) &&
               CHECK(same_front(scenario, &whole.acceptable_front, &loose.acceptable_front, arena));
    return true;
}

TEST(answers_without_a_diagram_are_those_with_one)
{
    check_random_scenarios(tap_size(1500, 20000), agree);
}

// Whatever the budget, what is said is true.
static bool is_true_when_stopped(const struct scenario *scenario, struct arena *arena)
{
    struct solution whole;
    struct solution cut;
    if (!CHECK(solve(scenario, 0, UINT64_MAX, arena, &whole)))
        return false;
    for (uint64_t steps = 200; steps < 3000000; steps *= 7) {
        if (!solve(scenario, 1, steps, arena, &cut))
            continue; // not even the packages were laid out
        if (!CHECK(is_within(&whole.feasible, &cut.feasible)) ||
            !CHECK(!cut.has_counts || is_within(&whole.acceptable, &cut.acceptable)) ||
            !CHECK(!cut.has_answer || cut.has_acceptable == whole.has_acceptable))
            return false;
        for (int kind = 0; kind < POINT_KS_MINSPREAD; kind++) {
            if (cut.points[kind].is_defined &&
                !CHECK(same_values(&whole.points[kind], &cut.points[kind])))
                return false;
            const struct direct *direct = cut.unproved[kind];
            if (kind != POINT_MAXMIN || !direct || !direct->has_most ||
                !whole.points[kind].is_defined)
                continue;
            struct str most = ratio_print(direct->most, arena);
            if (direct->most.below == 1 && direct->most.above >= 0 &&
                !CHECK(digits_compare(most, whole.points[kind].values[0]) >= 0))
                return false;
        }
    }
    return true;
}

TEST(what_is_said_under_any_budget_is_true)
{
    check_random_scenarios(tap_size(300, 5000), is_true_when_stopped);
    check_larger_scenarios(is_true_when_stopped);
}

// Many exclusions between pairs: the diagram would have a million nodes at a level.
TEST(sparse_exclusions_are_answered_in_little_memory)
{
    struct tap_random random = {5};
    struct scenario scenario = random_large_scenario(&random, 40, 2, false, 240, tap_arena());
    struct solution solution;
    struct budget budget = budget_unlimited();
    struct error error;
    budget.memory_bytes = (size_t)64 << 20;
    REQUIRE_DONE(solution_find(&scenario, &solution_all, &budget, tap_arena(), &solution, &error),
                 &error);
    CHECK(solution.has_front && solution.points[POINT_NASH].is_defined);
    CHECK(!solution.is_loose || !solution.feasible.is_exact);
}

TESTS(TAP_ENTRY(answers_without_a_diagram_are_those_with_one),
      TAP_ENTRY(what_is_said_under_any_budget_is_true),
      TAP_ENTRY(sparse_exclusions_are_answered_in_little_memory))
