// SPDX-License-Identifier: Apache-2.0
#include "certified.h"
#include "random.h"
#include "twin.h"

#include <stdio.h>

static bool listing_agrees(const struct scenario *scenario, struct arena *arena)
{
    struct budget budget = budget_unlimited();
    struct solution solution;
    struct error error;
    const char *difference = error.message;
    if (CHECK(scenario_check(scenario, STR("random"), &error)) &&
        CHECK(solution_find(scenario, &solution_all, &budget, arena, &solution, &error)))
        difference = twin_difference(scenario, &solution, arena);
    if (!CHECK(difference == NULL))
        printf("# %s\n", difference);
    return difference == NULL;
}

TEST(the_engine_agrees_with_a_listing_where_issues_are_repeated)
{
    check_repeated_scenarios(tap_size(60, 2000), listing_agrees);
}

TEST(the_engine_agrees_with_a_listing_of_all_outcomes)
{
    size_t agreements = 0;
    size_t seeds = tap_size(4000, 40000);
    for (uint64_t seed = 0; seed < seeds; seed++) {
        struct tap_random random = {seed};
        struct arena *arena = arena_open();
        struct scenario scenario = random_scenario(&random, arena);
        struct budget budget = budget_unlimited();
        struct solution solution;
        struct error error;
        const char *difference = error.message;
        if (CHECK(scenario_check(&scenario, STR("random"), &error)) &&
            CHECK(solution_find(&scenario, &solution_all, &budget, arena, &solution, &error)))
            difference = twin_difference(&scenario, &solution, arena);
        if (!difference)
            difference = front_fault(&scenario, &solution.front);
        if (!difference)
            difference = front_fault(&scenario, &solution.acceptable_front);
        if (!CHECK(difference == NULL))
            printf("# seed %d: %s\n", (int)seed, difference);
        agreements += difference == NULL && solution.has_acceptable;
        arena_close(arena);
        if (difference)
            return;
    }
    printf("# %zu scenarios, %zu with an acceptable package\n", seeds, agreements);
    CHECK(agreements > seeds / 4);
}

TESTS(TAP_ENTRY(the_engine_agrees_with_a_listing_of_all_outcomes),
      TAP_ENTRY(the_engine_agrees_with_a_listing_where_issues_are_repeated))
