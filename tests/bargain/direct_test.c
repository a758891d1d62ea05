// SPDX-License-Identifier: Apache-2.0
#include "frontier/direct.h"

#include "certified.h"
#include "frontier/solution.h"
#include "random.h"

#include <stdio.h>
#include <string.h>

#define PROOF_STEPS ((uint64_t)200 * 1000)

static bool same_rows(const struct solution *solution, enum point_kind kind,
                      const struct direct *direct)
{
    const struct fair_point *wanted = &solution->points[kind];
    const struct fair_point *found = &direct->point;
    if (wanted->is_defined != found->is_defined || wanted->row_count != found->row_count)
        return false;
    int64_t rows[2][SCENARIO_PARTIES_MAX];
    for (size_t i = 0; i < wanted->row_count; i++)
        if (memcmp(front_point(&solution->acceptable_front, wanted->rows[i], rows[0]),
                   front_point(&direct->front, found->rows[i], rows[1]),
                   solution->scenario->party_count * sizeof(int64_t)) != 0)
            return false;
    return true;
}

// Every point of one scenario, found both ways.
static bool agree(const struct scenario *scenario, struct arena *arena)
{
    struct budget budget = budget_unlimited();
    struct solution solution;
    struct error error;
    if (!CHECK(solution_find(scenario, &solution_all, &budget, arena, &solution, &error)))
        return false;
    int64_t reserve[SCENARIO_PARTIES_MAX];
    int64_t ideal[SCENARIO_PARTIES_MAX];
    for (uint32_t p = 0; p < scenario->party_count; p++)
        reserve[p] = scenario->parties[p].reservation;
    bool exists;
    if (!CHECK(
            direct_ideal(solution.acceptable_diagram, reserve, &budget, ideal, &exists, &error)) ||
        !CHECK(exists == solution.has_acceptable))
        return false;
    if (exists && !CHECK(memcmp(ideal, solution.ideal_acceptable,
                                scenario->party_count * sizeof *ideal) == 0))
        return false;
    struct point_frame frame = {reserve, exists ? ideal : reserve, solution.ideal_feasible};
    for (int kind = 0; kind < POINT_KS_MINSPREAD; kind++) {
        struct direct direct;
        bool done = direct_find((enum point_kind)kind, solution.acceptable_diagram, &frame, &budget,
                                arena, &direct, &error);
        if (!CHECK(done) || !CHECK(same_rows(&solution, (enum point_kind)kind, &direct)))
            return printf("# %s\n", point_name((enum point_kind)kind)) < 0;
        const char *fault =
            direct_fault(scenario, (enum point_kind)kind, &direct, &frame, PROOF_STEPS);
        if (!CHECK(fault == NULL))
            return printf("# %s: %s\n", point_name((enum point_kind)kind), fault) < 0;
    }
    return true;
}

TEST(points_found_directly_are_those_of_the_front)
{
    check_random_scenarios(tap_size(1500, 20000), agree);
}

TEST(points_of_scenarios_with_repeated_issues_are_those_of_the_front)
{
    check_repeated_scenarios(tap_size(1000, 20000), agree);
}

static int64_t square(int64_t number)
{
    return number * number;
}

// A thousand issues that are alike, each won by the one party or by the other: of the gains 3 a and
// 2 b with a + b = 1000 the product is largest at a = b, the smaller one at 3 a = 2 b.
TEST(a_thousand_issues_that_are_alike_are_counted)
{
    enum { ISSUES = 1000 };
    struct str names[2] = {STR("one"), STR("other")};
    struct issue *issues = ARENA_ARRAY(tap_arena(), struct issue, ISSUES);
    int64_t *scores[2] = {ARENA_ARRAY(tap_arena(), int64_t, 2 * ISSUES),
                          ARENA_ARRAY(tap_arena(), int64_t, 2 * ISSUES)};
    for (uint32_t i = 0; i < ISSUES; i++) {
        issues[i] = (struct issue){STR("issue"), names, 2, 2 * i};
        scores[0][2 * i] = 3;
        scores[1][2 * i + 1] = 2;
    }
    struct scenario_party parties[2] = {{.name = STR("a"), .scores = scores[0]},
                                        {.name = STR("b"), .scores = scores[1]}};
    struct scenario scenario = {.issues = issues,
                                .issue_count = ISSUES,
                                .option_total = 2 * ISSUES,
                                .parties = parties,
                                .party_count = 2,
                                .scale = 1};
    struct solution_request request = {.points_only = true,
                                       .point_bits = 1u << POINT_NASH | 1u << POINT_MAXMIN};
    struct budget budget = budget_unlimited();
    struct solution solution;
    struct error error;
    int64_t row[SCENARIO_PARTIES_MAX];
    REQUIRE_DONE(solution_find(&scenario, &request, &budget, tap_arena(), &solution, &error),
                 &error);
    const struct fair_point *nash = &solution.points[POINT_NASH];
    REQUIRE(nash->is_defined && nash->row_count == 1);
    front_point(nash->front, nash->rows[0], row);
    CHECK(row[0] * row[1] == 6 * square(ISSUES / 2));
    const struct fair_point *maxmin = &solution.points[POINT_MAXMIN];
    REQUIRE(maxmin->is_defined && maxmin->row_count == 1);
    front_point(maxmin->front, maxmin->rows[0], row);
    CHECK(row[0] == 1200 && row[1] == 1200);
}

// In this one the best weighted sum is that of an outcome below a reserve.
TEST(a_bound_holds_for_outcomes_below_the_reserves_too)
{
    struct tap_random random = {2635};
    struct arena *arena = arena_open();
    struct scenario scenario = random_scenario(&random, arena);
    agree(&scenario, arena);
    arena_close(arena);
}

TEST(points_of_larger_scenarios_are_those_of_the_front)
{
    check_larger_scenarios(agree);
}

// No front is made here: eight parties would make it too large. The checker tries all outcomes.
TEST(points_of_many_parties_are_proved)
{
    for (uint32_t seed = 0; seed < 6; seed++) {
        struct tap_random random = {seed};
        struct arena *arena = arena_open();
        struct scenario scenario =
            random_large_scenario(&random, 11, 8, seed % 2, seed / 2 * 8, arena);
        struct solution_request request = {.points_only = true, .point_bits = 1u << POINT_MAXMIN};
        struct budget budget = budget_unlimited();
        struct solution solution;
        struct error error;
        int64_t reserve[SCENARIO_PARTIES_MAX] = {0};
        struct point_frame frame = {reserve, NULL, NULL};
        CHECK(solution_find(&scenario, &request, &budget, arena, &solution, &error));
        if (CHECK(solution.direct[POINT_MAXMIN] != NULL)) {
            const char *fault = direct_fault(&scenario, POINT_MAXMIN, solution.direct[POINT_MAXMIN],
                                             &frame, 20 * PROOF_STEPS);
            if (!CHECK(fault == NULL))
                printf("# seed %d: %s\n", (int)seed, fault);
        }
        arena_close(arena);
    }
}

// A search that is stopped tells the best outcome met and a bound that holds for it.
TEST(a_stopped_search_says_how_far_it_came)
{
    struct tap_random random = {3};
    struct scenario scenario = random_large_scenario(&random, 150, 8, true, 300, tap_arena());
    struct budget budget = budget_unlimited();
    budget.steps_left = 1000 * 1000;
    struct solution_request request = {.points_only = true, .point_bits = 1u << POINT_MAXMIN};
    struct solution solution;
    struct error error;
    REQUIRE_DONE(solution_find(&scenario, &request, &budget, tap_arena(), &solution, &error),
                 &error);
    CHECK(solution.is_cut && solution.note && !solution.points[POINT_MAXMIN].is_defined);
    const struct direct *direct = solution.unproved[POINT_MAXMIN];
    REQUIRE(direct != NULL && direct->has_known && direct->has_bound);
    int64_t sum = 0;
    for (uint32_t p = 0; p < scenario.party_count; p++) {
        CHECK(direct->known[p] >= scenario.parties[p].reservation);
        sum += direct->weights[p] * direct->known[p];
    }
    CHECK(sum <= direct->bound);
}

TESTS(TAP_ENTRY(points_found_directly_are_those_of_the_front),
      TAP_ENTRY(points_of_scenarios_with_repeated_issues_are_those_of_the_front),
      TAP_ENTRY(a_thousand_issues_that_are_alike_are_counted),
      TAP_ENTRY(a_bound_holds_for_outcomes_below_the_reserves_too),
      TAP_ENTRY(points_of_larger_scenarios_are_those_of_the_front),
      TAP_ENTRY(points_of_many_parties_are_proved),
      TAP_ENTRY(a_stopped_search_says_how_far_it_came))
