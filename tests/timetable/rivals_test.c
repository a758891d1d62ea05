// SPDX-License-Identifier: Apache-2.0
// Rival variants against a twin that looks at every choice by itself.
#include "timetable/rivals.h"

#include "tap.h"

#define EVENTS 6
#define ROUNDS 300

static uint32_t add_limit(struct plan *plan, struct tap_random *random)
{
    uint32_t event = tap_random_below(random, EVENTS);
    uint32_t reference = (event + 1 + tap_random_below(random, EVENTS - 1)) % EVENTS;
    struct plan_limit *limit = plan_add(plan, PLAN_LIMIT, event, reference);
    struct plan_bound bound = {.kind = BOUND_PERIOD};
    bound.period.days = tap_random_below(random, 9);
    bound.period.is_back = bound.period.days > 0 && tap_random_below(random, 3) == 0;
    bool is_most = tap_random_below(random, 2) == 0;
    *(is_most ? &limit->most : &limit->least) = bound;
    return (uint32_t)plan->limits.count - 1;
}

// Slots with two or three variants of at most two limits each, over a few common limits.
static struct rivals rivals_random(struct tap_random *random)
{
    struct arena *arena = tap_arena();
    struct rivals rivals = {.plan = plan_make(arena)};
    static const char *const names[EVENTS - 1] = {"a", "b", "c", "d", "e"};
    for (size_t e = 0; e + 1 < EVENTS; e++)
        plan_event(&rivals.plan, str_of(names[e]));
    uint32_t *slot_of = ARENA_ARRAY(arena, uint32_t, 100);
    for (uint32_t i = tap_random_below(random, 4); i > 0; i--)
        slot_of[add_limit(&rivals.plan, random)] = LINK_NONE;
    rivals.slot_count = 1 + tap_random_below(random, 4);
    struct rival_slot *slots = ARENA_ARRAY(arena, struct rival_slot, rivals.slot_count);
    for (uint32_t s = 0; s < rivals.slot_count; s++) {
        slots[s].count = 2 + tap_random_below(random, 2);
        struct rival_variant *variants = ARENA_ARRAY(arena, struct rival_variant, slots[s].count);
        for (uint32_t v = 0; v < slots[s].count; v++) {
            uint32_t *limits = ARENA_ARRAY(arena, uint32_t, 2);
            for (uint32_t i = tap_random_below(random, 3); i > 0; i--) {
                uint32_t limit = add_limit(&rivals.plan, random);
                slot_of[limit] = s;
                limits[variants[v].limit_count++] = limit;
            }
            variants[v].limits = limits;
        }
        slots[s].variants = variants;
    }
    rivals.slots = slots;
    rivals.slot_of = slot_of;
    return rivals;
}

static bool is_picked(const void *choice, uint32_t slot, uint32_t variant)
{
    return ((const uint32_t *)choice)[slot] == variant;
}

static bool is_possible(const struct rivals *rivals, const uint32_t *choice)
{
    struct budget budget = budget_unlimited();
    struct plan_answer answer = {0};
    struct error error;
    tap_done(rivals_solve(rivals, is_picked, choice, &budget, tap_arena(), &answer, &error), &error,
             __FILE__, __LINE__);
    return answer.is_possible;
}

static bool holds(const struct rival_exclusion *exclusion, const uint32_t *choice)
{
    uint32_t same = 0;
    while (same < exclusion->count && choice[exclusion->slots[same]] == exclusion->variants[same])
        same++;
    return same == exclusion->count;
}

static uint64_t count_one_by_one(const struct rivals *rivals, const struct rival_findings *found)
{
    uint32_t *choice = ARENA_ARRAY(tap_arena(), uint32_t, rivals->slot_count);
    uint64_t possible = 0;
    for (;;) {
        bool is_excluded = false;
        for (size_t i = 0; i < found->exclusions.count; i++)
            is_excluded = is_excluded ||
                          holds(LIST_AT(&found->exclusions, struct rival_exclusion, i), choice);
        CHECK(is_possible(rivals, choice) == !is_excluded);
        possible += !is_excluded;
        uint32_t s = 0;
        while (s < rivals->slot_count && ++choice[s] == rivals->slots[s].count)
            choice[s++] = 0;
        if (s == rivals->slot_count)
            return possible;
    }
}

TEST(choices_and_exclusions_are_those_of_looking_at_each_choice)
{
    struct tap_random random = {17};
    for (int round = 0; round < ROUNDS; round++) {
        struct rivals rivals = rivals_random(&random);
        struct budget budget = budget_unlimited();
        struct rival_findings found;
        struct error error;
        REQUIRE_DONE(
            rivals_find(&rivals, RIVAL_QUESTIONS_MAX, &budget, tap_arena(), &found, &error),
            &error);
        CHECK(found.is_complete);
        if (found.is_common_impossible)
            continue;
        REQUIRE(found.possible_count == count_one_by_one(&rivals, &found));
        for (uint32_t i = 0; i < found.possible_listed; i++)
            CHECK(is_possible(&rivals, &found.possible[i * rivals.slot_count]));
    }
}

TESTS(TAP_ENTRY(choices_and_exclusions_are_those_of_looking_at_each_choice))
