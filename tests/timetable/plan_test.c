// SPDX-License-Identifier: Apache-2.0
#include "timetable/plan.h"
#include "timetable/rivals.h"
#include "twin.h"

static struct plan_bound bound_of(const char *text)
{
    struct plan_bound bound = {.kind = BOUND_PERIOD};
    struct error error;
    bool done = period_parse(str_of(text), &bound.period, &error);
    CHECK(done);
    return bound;
}

static void add_limit(struct plan *plan, const char *event, const char *reference,
                      const char *least, const char *most, const char *clause)
{
    struct plan_limit *limit = plan_add(plan, PLAN_LIMIT, plan_event(plan, str_of(event)),
                                        plan_event(plan, str_of(reference)));
    if (least)
        limit->least = bound_of(least);
    if (most)
        limit->most = bound_of(most);
    limit->clause = str_of(clause);
}

static struct plan plan_from(const char *origin)
{
    struct plan plan = plan_make(tap_arena());
    int64_t day = 0;
    CHECK(day_parse(str_of(origin), &day));
    plan.origin = day * DAY_MINUTES;
    plan.has_origin = true;
    return plan;
}

static struct plan_answer solve(const struct plan *plan)
{
    struct plan_answer answer = {.is_possible = false};
    struct budget budget = budget_unlimited();
    struct error error;
    tap_done(plan_solve(plan, NULL, 0, 0, &budget, tap_arena(), &answer, &error), &error, __FILE__,
             __LINE__);
    return answer;
}

static struct str earliest(const struct plan *plan, const struct plan_answer *answer,
                           const char *event)
{
    uint32_t number = names_find(plan->events, str_of(event));
    return moment_print(tap_arena(), plan->origin + answer->schedule.earliest[number], false);
}

TEST(a_month_is_counted_from_the_day_on_which_it_begins)
{
    struct plan plan = plan_from("2024-01-31");
    add_limit(&plan, "first", "origin", "P1M", "P1M", "1");
    add_limit(&plan, "second", "first", "P1M", "P1M", "2");
    plan_finish(&plan);
    struct plan_answer answer = solve(&plan);
    REQUIRE(answer.is_possible);
    CHECK_STR(earliest(&plan, &answer, "first"), STR("2024-02-29"));
    CHECK_STR(earliest(&plan, &answer, "second"), STR("2024-03-29"));
}

TEST(a_month_that_is_too_short_on_every_day_contradicts)
{
    struct plan plan = plan_from("2024-01-31");
    add_limit(&plan, "report", "talks", NULL, "P1M", "1");
    add_limit(&plan, "report", "talks", "P32D", NULL, "2");
    plan_finish(&plan);
    struct plan_answer answer = solve(&plan);
    CHECK(!answer.is_possible);
    CHECK(!answer.is_counted_at_times);
    CHECK_INT(answer.cycle.sum, -DAY_MINUTES);
}

TEST(a_month_that_is_long_enough_on_some_day_can_be_met)
{
    struct plan plan = plan_from("2024-02-10"); // February gives 29 days, March gives 31
    add_limit(&plan, "talks", "origin", "P25D", NULL, "0");
    add_limit(&plan, "report", "talks", NULL, "P1M", "1");
    add_limit(&plan, "report", "talks", "P31D", NULL, "2");
    plan_finish(&plan);
    struct plan_answer answer = solve(&plan);
    REQUIRE(answer.is_possible);
    CHECK_STR(earliest(&plan, &answer, "talks"), STR("2024-03-06"));
    CHECK_STR(earliest(&plan, &answer, "report"), STR("2024-04-06"));
}

// Every bound of the plan holds at the earliest times, by the calendar itself.
static bool holds(const struct plan *plan, const struct plan_answer *answer)
{
    for (size_t i = 0; i < plan->limits.count; i++) {
        const struct plan_limit *limit = LIST_AT(&plan->limits, struct plan_limit, i);
        const struct plan_bound *bounds[] = {&limit->least, &limit->most};
        for (int side = 0; side < 2; side++) {
            struct due due;
            struct error error;
            int64_t event = answer->schedule.earliest[limit->event];
            int64_t reference = answer->schedule.earliest[limit->reference];
            if (bounds[side]->kind == BOUND_NONE || event == -TIME_UNBOUNDED ||
                reference == -TIME_UNBOUNDED)
                continue;
            event += plan->origin;
            if (!plan_due(plan, limit, bounds[side], reference, &due, &error))
                return false;
            if (side == 0 ? event < due.minutes : event > due.minutes)
                return false;
        }
    }
    return true;
}

TEST(times_found_meet_every_limit_as_the_calendar_counts_it)
{
    static const char *const periods[] = {"P1M", "P20D", "P10WD", "P2M", "P45D", "P3WD", "P1W"};
    static const char *const names[] = {"origin", "a", "b", "c", "d", "e"};
    struct tap_random random = {11};
    int possible = 0;
    for (int round = 0; round < 300; round++) {
        struct plan plan = plan_from("2024-01-30");
        plan.rules = &rule_sets[tap_random_below(&random, 4)];
        for (int i = 0; i < 6; i++) {
            uint32_t from = tap_random_below(&random, 6);
            uint32_t to = tap_random_below(&random, 6);
            if (from == to || to == 0)
                continue;
            const char *period = periods[tap_random_below(&random, 7)];
            bool is_least = tap_random_below(&random, 2) == 0;
            add_limit(&plan, names[to], names[from], is_least ? period : NULL,
                      is_least ? NULL : period, "1");
        }
        plan_finish(&plan);
        struct plan_answer answer = solve(&plan);
        possible += answer.is_possible;
        REQUIRE(!answer.is_possible || holds(&plan, &answer));
    }
    CHECK(possible > 50 && possible < 300);
}

TEST(every_pair_of_variants_that_cannot_stand_together_is_found)
{
    struct plan plans[3];
    static const char *const bounds[3] = {"P5D", "P9D", "P20D"};
    for (int d = 0; d < 3; d++) {
        plans[d] = plan_from("2031-01-01");
        add_limit(&plans[d], "vote", "origin", NULL, "P30D", "0");
        add_limit(&plans[d], "vote", "talks", bounds[d], NULL, "1");
        add_limit(&plans[d], "vote", "talks", NULL, bounds[2 - d], "2");
        plan_finish(&plans[d]);
    }
    struct rival_draft drafts[] = {
        {STR("base"), &plans[0]}, {STR("A"), &plans[1]}, {STR("B"), &plans[2]}};
    struct rivals rivals;
    rivals_make(drafts, 3, tap_arena(), &rivals);
    REQUIRE(rivals.slot_count == 2);
    struct rival_findings findings;
    struct budget budget = budget_unlimited();
    struct error error;
    REQUIRE_DONE(rivals_find(&rivals, 100, &budget, tap_arena(), &findings, &error), &error);
    // least 5, 9, 20 against most 20, 9, 5: 9 > 5, 20 > 9 and 20 > 5 exclude each other
    CHECK_INT(findings.exclusions.count, 3);
    CHECK_INT(findings.choice_count, 9);
    CHECK_INT(findings.possible_count, 6);
    CHECK(findings.is_complete && findings.is_possible);
}

TESTS(TAP_ENTRY(a_month_is_counted_from_the_day_on_which_it_begins),
      TAP_ENTRY(a_month_that_is_too_short_on_every_day_contradicts),
      TAP_ENTRY(a_month_that_is_long_enough_on_some_day_can_be_met),
      TAP_ENTRY(times_found_meet_every_limit_as_the_calendar_counts_it),
      TAP_ENTRY(every_pair_of_variants_that_cannot_stand_together_is_found))
