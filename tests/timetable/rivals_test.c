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

#define PARTS 2
#define TWIN_SLOTS 3

// Two drafts over random rivals: every slot has two parts with two wordings each.
struct two_texts {
    struct rivals rivals;
    struct rival_parts parts[4];
    uint32_t held[4][2 * PARTS];
    uint32_t wordings[4][4 * PARTS];
    uint32_t variants[4][4];
    uint32_t gives[4][PARTS]; // 0: nobody gives way, 1: the first draft, 2: the second
};

static void two_texts_random(struct tap_random *random, struct two_texts *t)
{
    *t = (struct two_texts){.rivals = rivals_random(random)};
    t->rivals.draft_count = 2;
    for (uint32_t s = 0; s < t->rivals.slot_count; s++) {
        for (uint32_t c = 0; c < 4; c++) {
            t->wordings[s][c * PARTS] = c % 2;
            t->wordings[s][c * PARTS + 1] = c / 2;
            t->variants[s][c] = tap_random_below(random, t->rivals.slots[s].count);
        }
        for (uint32_t i = 0; i < 2 * PARTS; i++)
            t->held[s][i] = tap_random_below(random, 2);
        t->parts[s] = (struct rival_parts){PARTS, t->held[s], t->wordings[s], t->variants[s], 4};
    }
}

static uint32_t variant_of(const struct two_texts *t, uint32_t slot, uint32_t draft)
{
    uint32_t combination = 0;
    for (uint32_t p = 0; p < PARTS; p++) {
        bool gives_way = t->gives[slot][p] == draft + 1;
        combination += t->held[slot][(gives_way ? 1 - draft : draft) * PARTS + p] << p;
    }
    return t->variants[slot][combination];
}

static bool is_of_texts(const void *choice, uint32_t slot, uint32_t variant)
{
    return variant_of(choice, slot, 0) == variant || variant_of(choice, slot, 1) == variant;
}

static bool go_together(const struct two_texts *t)
{
    struct budget budget = budget_unlimited();
    struct plan_answer answer = {0};
    struct error error;
    tap_done(rivals_solve(&t->rivals, is_of_texts, t, &budget, tap_arena(), &answer, &error),
             &error, __FILE__, __LINE__);
    return answer.is_possible;
}

// The fewest parts in which one gives way, looking at every choice; UINT32_MAX: none will do.
static uint32_t fewest_one_by_one(struct two_texts *t, uint32_t at, uint32_t given)
{
    if (at == t->rivals.slot_count * PARTS)
        return go_together(t) ? given : UINT32_MAX;
    uint32_t *gives = &t->gives[at / PARTS][at % PARTS];
    const uint32_t *held = t->held[at / PARTS];
    uint32_t most = held[at % PARTS] == held[PARTS + at % PARTS] ? 0 : 2;
    uint32_t fewest = UINT32_MAX;
    for (*gives = 0; *gives <= most; ++*gives) {
        uint32_t count = fewest_one_by_one(t, at + 1, given + (*gives > 0));
        fewest = count < fewest ? count : fewest;
    }
    *gives = 0;
    return fewest;
}

// Lets the first or the last way of every group happen.
static void give_way(struct two_texts *t, const struct rival_meetings *meetings, bool is_last)
{
    for (uint32_t m = 0; m < meetings->count; m++) {
        const struct rival_meeting *meeting = &meetings->items[m];
        uint32_t way = is_last ? meeting->way_count - 1 : 0;
        for (uint32_t i = 0; i < meeting->count; i++) {
            const struct rival_concession *it = &meeting->items[way * meeting->count + i];
            t->gives[it->slot][it->part] = it->draft + 1;
        }
    }
}

TEST(concessions_are_the_fewest_of_all_choices)
{
    struct tap_random random = {23};
    for (int round = 0; round < ROUNDS; round++) {
        struct two_texts t;
        two_texts_random(&random, &t);
        if (t.rivals.slot_count > TWIN_SLOTS)
            continue;
        uint32_t fewest = fewest_one_by_one(&t, 0, 0);
        struct budget budget = budget_unlimited();
        struct rival_meetings meetings;
        struct error error;
        REQUIRE_DONE(
            rivals_concede(&t.rivals, t.parts, 0, 1, &budget, tap_arena(), &meetings, &error),
            &error);
        uint32_t count = 0;
        bool is_found = true;
        for (uint32_t m = 0; m < meetings.count; m++) {
            count += meetings.items[m].count;
            is_found = is_found && meetings.items[m].way_count > 0;
        }
        REQUIRE(is_found == (fewest != UINT32_MAX));
        if (!is_found)
            continue;
        CHECK_INT(count, fewest);
        struct two_texts other = t;
        give_way(&t, &meetings, false);
        CHECK(go_together(&t));
        give_way(&other, &meetings, true);
        CHECK(go_together(&other));
    }
}

TESTS(TAP_ENTRY(choices_and_exclusions_are_those_of_looking_at_each_choice),
      TAP_ENTRY(concessions_are_the_fewest_of_all_choices))
