// SPDX-License-Identifier: Apache-2.0
#include "frontier/front.h"

#include "../bargain/random.h"
#include "bargain/clauses.h"
#include "bargain/verify.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool diagram_of(const struct scenario *scenario, struct arena *arena,
                       struct diagram *diagram)
{
    struct budget budget = budget_unlimited();
    struct error error;
    return CHECK(diagram_make(scenario, clauses_make(scenario, (struct clashes){NULL, 0}, arena),
                              NULL, &budget, arena, diagram, &error));
}

static bool find(const struct diagram *diagram, const struct region *region, struct arena *arena,
                 struct front *front)
{
    struct budget budget = budget_unlimited();
    struct error error;
    return CHECK(front_find(diagram, region, &budget, arena, front, &error));
}

// The same scenario with scores so large that a row takes several words and 16 bits do not tell
// them apart.
static void enlarge(struct tap_random *random, struct scenario *scenario, struct arena *arena)
{
    struct scenario_party *parties =
        ARENA_ARRAY(arena, struct scenario_party, scenario->party_count);
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        unsigned shift = tap_random_below(random, 48);
        int64_t *scores = ARENA_ARRAY(arena, int64_t, scenario->option_total);
        for (uint32_t o = 0; o < scenario->option_total; o++)
            scores[o] = ((scenario->parties[p].scores[o] - 30) * ((int64_t)1 << shift)) +
                        tap_random_below(random, 3);
        parties[p] = scenario->parties[p];
        parties[p].scores = scores;
    }
    scenario->parties = parties;
}

// Or so small that most of the places that values can take are taken.
static void shrink(struct scenario *scenario, struct arena *arena)
{
    struct scenario_party *parties =
        ARENA_ARRAY(arena, struct scenario_party, scenario->party_count);
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        int64_t *scores = ARENA_ARRAY(arena, int64_t, scenario->option_total);
        for (uint32_t o = 0; o < scenario->option_total; o++)
            scores[o] = scenario->parties[p].scores[o] / (p == 0 ? 1 : 8);
        parties[p] = scenario->parties[p];
        parties[p].scores = scores;
    }
    scenario->parties = parties;
}

struct rows {
    int64_t *rows;
    uint64_t *ways;
    size_t count;
};

static uint32_t width_at_sort;

static int falling(const void *a, const void *b)
{
    const int64_t *left = a;
    const int64_t *right = b;
    for (uint32_t p = 0; p < width_at_sort; p++)
        if (left[p] != right[p])
            return left[p] > right[p] ? -1 : 1;
    return 0;
}

static bool reaches(const int64_t *a, const int64_t *b, uint32_t width)
{
    for (uint32_t p = 0; p < width; p++)
        if (a[p] < b[p])
            return false;
    return true;
}

// All outcomes listed, sorted and held against each other.
static struct rows list_front(const struct scenario *scenario, struct arena *arena)
{
    uint32_t width = scenario->party_count;
    size_t outcomes = (size_t)1 << 2 * scenario->issue_count;
    int64_t *all = ARENA_ARRAY(arena, int64_t, outcomes * width);
    size_t count = 0;
    for (size_t number = 0; number < outcomes; number++) {
        uint32_t outcome[16];
        for (uint32_t i = 0; i < scenario->issue_count; i++)
            outcome[i] = number >> 2 * i & 3;
        if (!verify_allowed(scenario, outcome))
            continue;
        for (uint32_t p = 0; p < width; p++)
            all[count * width + p] = scenario_value(scenario, p, outcome);
        count++;
    }
    width_at_sort = width;
    qsort(all, count, width * sizeof *all, falling);
    struct rows front = {ARENA_ARRAY(arena, int64_t, count * width + 1),
                         ARENA_ARRAY(arena, uint64_t, count + 1), 0};
    for (size_t i = 0; i < count; i++) {
        const int64_t *row = all + i * width;
        if (front.count > 0 && falling(front.rows + (front.count - 1) * width, row) == 0) {
            front.ways[front.count - 1]++;
            continue;
        }
        bool is_beaten = false;
        for (size_t k = 0; k < front.count && !is_beaten; k++)
            is_beaten = reaches(front.rows + k * width, row, width);
        if (is_beaten)
            continue;
        memcpy(front.rows + front.count * width, row, width * sizeof *row);
        front.ways[front.count++] = 1;
    }
    return front;
}

static bool same_front(const struct front *found, const struct rows *wanted, uint32_t width,
                       struct arena *arena)
{
    int64_t row[SCENARIO_PARTIES_MAX];
    bool same = CHECK_INT(found->count, wanted->count);
    for (size_t i = 0; i < found->count && same; i++) {
        front_point(found, i, row);
        same =
            CHECK(memcmp(row, wanted->rows + i * width, width * sizeof *row) == 0) &&
            CHECK_STR(front_ways(found, i, arena), arena_print(arena, "%" PRIu64, wanted->ways[i]));
    }
    return same;
}

TEST(fronts_are_those_of_a_listing_however_large_the_scores)
{
    for (uint32_t seed = 0; seed < 60; seed++) {
        struct tap_random random = {seed};
        struct arena *arena = arena_open();
        struct scenario scenario =
            random_large_scenario(&random, 5, 1 + seed % 7, seed % 2, seed % 3 * 4, arena);
        if (seed >= 20)
            enlarge(&random, &scenario, arena);
        struct diagram diagram;
        struct region all = {.floor = NULL};
        struct front front;
        struct rows wanted = list_front(&scenario, arena);
        bool same = diagram_of(&scenario, arena, &diagram) && find(&diagram, &all, arena, &front) &&
                    same_front(&front, &wanted, scenario.party_count, arena);
        arena_close(arena);
        if (!same) {
            printf("# seed %d\n", (int)seed);
            return;
        }
    }
}

// Four parties and five have a filter of their own where the places of values are few; of five the values of
// one are told by slabs.
static bool few_values_tell_the_front(uint32_t parties, uint32_t seed)
{
    struct tap_random random = {seed};
    struct arena *arena = tap_arena();
    struct scenario scenario = random_large_scenario(&random, 6, parties, false, seed % 4, arena);
    struct diagram diagram;
    struct region all = {.floor = NULL};
    struct front front;
    shrink(&scenario, arena);
    struct rows wanted = list_front(&scenario, arena);
    if (diagram_of(&scenario, arena, &diagram) && find(&diagram, &all, arena, &front) &&
        same_front(&front, &wanted, parties, arena))
        return true;
    printf("# %d parties, seed %d\n", (int)parties, (int)seed);
    return false;
}

TEST(fronts_of_few_values_are_those_of_a_listing)
{
    for (uint32_t seed = 0; seed < 20; seed++)
        if (!few_values_tell_the_front(4, seed) || !few_values_tell_the_front(5, seed))
            return;
}

TEST(a_front_found_in_parts_is_that_found_at_once)
{
    for (uint32_t seed = 0; seed < 20; seed++) {
        struct tap_random random = {seed};
        struct arena *arena = tap_arena();
        struct scenario scenario = random_large_scenario(&random, 6, 4, false, seed % 5 * 3, arena);
        if (seed % 2 == 0)
            shrink(&scenario, arena);
        struct diagram diagram;
        struct region all = {.floor = NULL};
        struct front front;
        struct rows wanted = list_front(&scenario, arena);
        struct budget part = budget_unlimited();
        part.steps_left = 1;
        REQUIRE(diagram_of(&scenario, arena, &diagram));
        struct descent *descent = descent_open(&diagram, NULL, &part);
        uint32_t parts = 0;
        for (uint64_t steps = 1; !front_go_on(descent, &all, &part); steps *= 2) {
            part.steps_left = steps + tap_random_below(&random, 50);
            CHECK(descent->level <= scenario.issue_count);
            if (descent->is_stopped) { // within a level: that begins anew
                descent_close(descent);
                descent = descent_open(&diagram, NULL, &part);
            }
            if (++parts > 60)
                break;
        }
        CHECK(parts > 3);
        front_take(descent, arena, &front);
        descent_close(descent);
        if (!same_front(&front, &wanted, 4, arena)) {
            printf("# seed %d\n", (int)seed);
            return;
        }
    }
}

// With a slack each point of the front has one in the part that is worse by no more than promised.
TEST(a_part_of_a_front_stands_for_all_of_it)
{
    for (uint32_t seed = 0; seed < 30; seed++) {
        struct tap_random random = {seed};
        struct arena *arena = arena_open();
        struct scenario scenario =
            random_large_scenario(&random, 7, 2 + seed % 4, seed % 2, 0, arena);
        uint32_t width = scenario.party_count;
        int64_t slack[SCENARIO_PARTIES_MAX];
        for (uint32_t p = 0; p < width; p++)
            slack[p] = 1 + tap_random_below(&random, 9);
        struct diagram diagram;
        struct region all = {.floor = NULL};
        struct region some = {.slack = slack};
        struct front whole = {.count = 0};
        struct front part = {.count = 0};
        REQUIRE(diagram_of(&scenario, arena, &diagram) && find(&diagram, &all, arena, &whole) &&
                find(&diagram, &some, arena, &part));
        size_t missing = 0;
        for (size_t i = 0; i < whole.count; i++) {
            int64_t wanted[SCENARIO_PARTIES_MAX];
            int64_t row[SCENARIO_PARTIES_MAX];
            bool found = false;
            front_point(&whole, i, wanted);
            for (uint32_t p = 0; p < width; p++)
                wanted[p] -= slack[p] * scenario.issue_count;
            for (size_t k = 0; k < part.count && !found; k++)
                found = reaches(front_point(&part, k, row), wanted, width);
            missing += !found;
        }
        CHECK_INT(missing, 0);
        CHECK(part.count <= whole.count);
        arena_close(arena);
    }
}

TEST(ties_of_many_equal_issues_are_all_counted)
{
    enum { ISSUES = 400 };
    struct arena *arena = tap_arena();
    struct issue *issues = ARENA_ARRAY(arena, struct issue, ISSUES);
    struct scenario_party *parties = ARENA_ARRAY(arena, struct scenario_party, 2);
    static const struct str names[2] = {STR_INIT("a"), STR_INIT("b")};
    int64_t *scores = ARENA_ARRAY(arena, int64_t, 4 * ISSUES);
    for (uint32_t i = 0; i < ISSUES; i++) {
        issues[i] = (struct issue){names[0], names, 2, 2 * i};
        scores[2 * i] = 1;
        scores[2 * ISSUES + 2 * i + 1] = 1;
    }
    parties[0] = (struct scenario_party){.name = names[0], .scores = scores};
    parties[1] = (struct scenario_party){.name = names[1], .scores = scores + 2 * ISSUES};
    struct scenario scenario = {.issues = issues,
                                .issue_count = ISSUES,
                                .option_total = 2 * ISSUES,
                                .parties = parties,
                                .party_count = 2,
                                .scale = 1};
    struct diagram diagram;
    struct region all = {.floor = NULL};
    struct front front;
    REQUIRE(diagram_of(&scenario, arena, &diagram) && find(&diagram, &all, arena, &front));
    CHECK_INT(front.count, ISSUES + 1);
    CHECK_STR(front_ways(&front, 0, arena), STR("1"));
    CHECK_STR(front_ways(&front, 2, arena), STR("79800")); // 400 · 399 / 2
    CHECK_STR(front_all_ways(&front, arena), diagram_count(&diagram, arena));
    uint32_t *outcome = ARENA_ARRAY(arena, uint32_t, ISSUES);
    front_outcome(&front, 2, outcome);
    CHECK(outcome[ISSUES - 3] == 0 && outcome[ISSUES - 2] == 1 && outcome[ISSUES - 1] == 1);
}

TESTS(TAP_ENTRY(fronts_are_those_of_a_listing_however_large_the_scores),
      TAP_ENTRY(fronts_of_few_values_are_those_of_a_listing),
      TAP_ENTRY(a_front_found_in_parts_is_that_found_at_once),
      TAP_ENTRY(a_part_of_a_front_stands_for_all_of_it),
      TAP_ENTRY(ties_of_many_equal_issues_are_all_counted))
