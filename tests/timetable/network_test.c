// SPDX-License-Identifier: Apache-2.0
#include "timetable/settle.h"
#include "timetable/trial.h"
#include "twin.h"

static void check_cycle(const struct network *network, const struct negative_cycle *cycle)
{
    int64_t sum = 0;
    for (uint32_t i = 0; i < cycle->count; i++) {
        const struct link *link = &network->links[cycle->links[i]];
        const struct link *next = &network->links[cycle->links[(i + 1) % cycle->count]];
        CHECK_INT(link->to, next->from);
        sum += link->most;
    }
    CHECK_INT(sum, cycle->sum);
    CHECK(sum < 0);
}

TEST(the_verdict_is_that_of_the_plain_twin)
{
    struct tap_random random = {1};
    int possible = 0;
    for (int round = 0; round < 3000; round++) {
        struct network network = twin_network(&random);
        struct budget budget = budget_unlimited();
        struct settled settled;
        struct error error;
        REQUIRE_DONE(network_settle(&network, true, &budget, tap_arena(), &settled, &error),
                     &error);
        REQUIRE((settled.broken_count == 0) == twin_is_possible(&network));
        possible += settled.broken_count == 0;
        bool *is_broken = ARENA_ARRAY(tap_arena(), bool, network.count);
        for (uint32_t i = 0; i < settled.broken_count; i++) {
            is_broken[settled.broken[i]] = true;
            check_cycle(&network, &settled.cycles[i]);
        }
        for (uint32_t i = 0; i < network.count; i++) {
            const struct link *link = &network.links[i];
            REQUIRE(is_broken[i] ||
                    settled.times[link->to] - settled.times[link->from] <= link->most);
        }
    }
    CHECK(possible > 500 && possible < 2500);
}

TEST(a_spent_budget_stops_with_an_error)
{
    struct link links[] = {{0, 1, 5, 0}, {1, 2, 5, 1}};
    struct network network = {3, links, 2};
    struct budget budget = budget_unlimited();
    budget.steps_left = 1;
    struct settled settled;
    struct error error;
    CHECK(!network_settle(&network, true, &budget, tap_arena(), &settled, &error));
    CHECK_INT(error.code, STOPPED);
}

// Adds the links of `network` beyond the base one by one and compares each answer with the twin's.
static void compare_trial(struct network network, uint32_t base_count, struct tap_random *random)
{
    struct network base = {network.events, network.links, base_count};
    struct link *now = ARENA_ARRAY(tap_arena(), struct link, network.count);
    uint32_t count = 0;
    for (; count < base_count; count++)
        now[count] = network.links[count];
    struct trial *trial;
    struct contradiction why;
    struct error error;
    struct budget budget = budget_unlimited();
    bool possible;
    REQUIRE_DONE(trial_make(&base, &budget, tap_arena(), &trial, &possible, &why, &error), &error);
    REQUIRE(possible == twin_is_possible(&base));
    for (uint32_t i = base_count; possible && i < network.count; i++) {
        now[count] = network.links[i];
        struct network with = {network.events, now, count + 1};
        bool holds = trial_add(trial, &network.links[i], 1, &why);
        REQUIRE(holds == twin_is_possible(&with));
        if (holds) {
            count++;
        } else {
            struct negative_cycle cycle = {why.links, why.count, why.sum};
            check_cycle(&with, &cycle);
        }
        if (count > base_count && tap_random_below(random, 4) == 0) {
            trial_take_back(trial, 1);
            count--;
        }
        REQUIRE(trial_count(trial) == count);
        const int64_t *times = trial_times(trial);
        for (uint32_t j = 0; j < count; j++)
            REQUIRE(times[now[j].to] - times[now[j].from] <= now[j].most);
    }
}

TEST(links_tried_out_one_by_one_agree_with_the_plain_twin)
{
    struct tap_random random = {2};
    for (int round = 0; round < 2000; round++) {
        struct network network = twin_network(&random);
        compare_trial(network, tap_random_below(&random, network.count + 1), &random);
    }
}

TEST(times_that_sank_too_low_are_worked_out_anew)
{
    int64_t most = network_most(2);
    struct network base = {2, NULL, 0};
    struct trial *trial;
    struct contradiction why;
    struct error error;
    struct budget budget = budget_unlimited();
    bool possible;
    REQUIRE_DONE(trial_make(&base, &budget, tap_arena(), &trial, &possible, &why, &error), &error);
    for (int i = 0; i < 200; i++) {
        struct link forth = {0, 1, -most, 0};
        struct link back = {1, 0, -most, 0};
        CHECK(trial_add(trial, &forth, 1, NULL));
        CHECK(!trial_add(trial, &back, 1, &why));
        CHECK_INT(why.sum, -2 * most);
        trial_take_back(trial, 1);
        CHECK(trial_add(trial, &back, 1, NULL));
        trial_take_back(trial, 1);
    }
}

TEST(a_link_too_large_to_add_up_is_named)
{
    struct link links[] = {{0, 1, 5, 0}, {1, 2, INT64_MAX, 1}};
    struct network network = {3, links, 2};
    CHECK_INT(network_check(&network), 1);
}

TESTS(TAP_ENTRY(the_verdict_is_that_of_the_plain_twin),
      TAP_ENTRY(a_spent_budget_stops_with_an_error),
      TAP_ENTRY(links_tried_out_one_by_one_agree_with_the_plain_twin),
      TAP_ENTRY(times_that_sank_too_low_are_worked_out_anew),
      TAP_ENTRY(a_link_too_large_to_add_up_is_named))
