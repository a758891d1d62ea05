// SPDX-License-Identifier: Apache-2.0
#include "timetable/negative_cycle.h"
#include "timetable/proof.h"
#include "timetable/repair.h"
#include "timetable/schedule.h"
#include "twin.h"

static struct settled settle(const struct network *network)
{
    struct budget budget = budget_unlimited();
    struct settled settled = {0};
    struct error error;
    bool done = network_settle(network, true, &budget, tap_arena(), &settled, &error);
    CHECK(done);
    return settled;
}

TEST(the_shortest_cycle_and_their_number_are_those_of_the_plain_twin)
{
    struct tap_random random = {3};
    for (int round = 0; round < 1500; round++) {
        struct network network = twin_network(&random);
        struct settled settled = settle(&network);
        if (settled.broken_count == 0)
            continue;
        struct twin_cycles twin = twin_cycles(&network);
        struct budget budget = budget_unlimited();
        struct negative_cycle cycle;
        struct error error;
        REQUIRE_DONE(
            negative_cycle_fewest(&network, &settled, &budget, tap_arena(), &cycle, &error),
            &error);
        const char *wrong = proof_of_negative_cycle(&network, &cycle);
        CHECK_STR(str_of(wrong), STR(""));
        REQUIRE(negative_cycle_clause_links(&network, &cycle) == twin.fewest);
        // With every link a clause of its own, no minimal cycle holds another.
        struct link *links = ARENA_ARRAY(tap_arena(), struct link, network.count);
        for (uint32_t i = 0; i < network.count; i++) {
            links[i] = network.links[i];
            links[i].clause = i;
        }
        struct network all_clauses = {network.events, links, network.count};
        struct cycles cycles;
        negative_cycle_all(&all_clauses, &settled, UINT32_MAX, UINT32_MAX, &budget, tap_arena(),
                           &cycles);
        CHECK(cycles.is_complete);
        REQUIRE(cycles.count == twin.count);
        for (uint32_t i = 0; i < cycles.count; i++)
            REQUIRE(!proof_of_negative_cycle(&all_clauses, &cycles.items[i]));
    }
}

TEST(repairs_are_as_small_as_the_plain_twin_finds_them)
{
    struct tap_random random = {4};
    int structural = 0;
    for (int round = 0; round < 600; round++) {
        struct network network = twin_network(&random);
        if (network.count > 12)
            network.count = 12;
        struct settled settled = settle(&network);
        struct relaxation relaxation;
        struct dropping dropping;
        struct budget budget = budget_unlimited();
        struct error error;
        REQUIRE_DONE(repair_relax(&network, &settled, &budget, tap_arena(), &relaxation, &error),
                     &error);
        repair_drop(&network, DROP_LINKS, &budget, tap_arena(), &dropping);
        REQUIRE(relaxation.is_possible == dropping.is_possible);
        structural += !relaxation.is_possible;
        if (!relaxation.is_possible)
            continue;
        CHECK_STR(str_of(proof_of_relaxation(&network, &relaxation)), STR(""));
        CHECK(dropping.is_exact);
        REQUIRE(dropping.count == twin_fewest_drops(&network));
    }
    CHECK(structural > 0);
}

TEST(a_budget_that_ends_leaves_bounds_on_what_to_drop)
{
    struct tap_random random = {5};
    for (uint64_t steps = 0; steps < 400; steps += 7) {
        struct network network = twin_network(&random);
        struct budget budget = budget_unlimited();
        budget.steps_left = steps;
        struct dropping dropping;
        repair_drop(&network, DROP_LINKS, &budget, tap_arena(), &dropping);
        if (!dropping.is_possible)
            continue;
        CHECK(dropping.at_least <= dropping.count);
        struct link *links = ARENA_ARRAY(tap_arena(), struct link, network.count);
        struct network left = {network.events, links, 0};
        for (uint32_t i = 0, d = 0; i < network.count; i++)
            if (d < dropping.count && dropping.items[d] == i)
                d++;
            else
                links[left.count++] = network.links[i];
        CHECK(twin_is_possible(&left));
    }
}

TEST(earliest_and_latest_times_are_those_of_the_plain_twin)
{
    struct tap_random random = {6};
    int before = 0;
    for (int round = 0; round < 3000; round++) {
        struct network network = twin_network(&random);
        struct settled settled = settle(&network);
        if (settled.broken_count > 0)
            continue;
        enum schedule_end end = round % 2 ? SCHEDULE_OPEN : SCHEDULE_LAST_EVENT;
        struct schedule schedule;
        schedule_make(&network, &settled, end, tap_arena(), &schedule);
        const char *wrong = proof_of_schedule(&network, end, &schedule);
        CHECK_STR(str_of(wrong), STR(""));
        struct twin_distances d = twin_distances(&network);
        before += !schedule.starts_at_origin;
        for (uint32_t e = 0; e < network.events; e++) {
            int64_t earliest = d.between[e][0] < TWIN_NEVER ? -d.between[e][0] : -TIME_UNBOUNDED;
            for (uint32_t f = 0; schedule.starts_at_origin && f < network.events; f++)
                if (d.between[e][f] < TWIN_NEVER && -d.between[e][f] > earliest)
                    earliest = -d.between[e][f];
            REQUIRE(schedule.earliest[e] == earliest);
        }
    }
    CHECK(before > 0);
}

TESTS(TAP_ENTRY(the_shortest_cycle_and_their_number_are_those_of_the_plain_twin),
      TAP_ENTRY(repairs_are_as_small_as_the_plain_twin_finds_them),
      TAP_ENTRY(a_budget_that_ends_leaves_bounds_on_what_to_drop),
      TAP_ENTRY(earliest_and_latest_times_are_those_of_the_plain_twin))
