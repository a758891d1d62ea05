// SPDX-License-Identifier: Apache-2.0
// Property: a steps file that is read can be worked out; times found meet every limit as the
// calendar counts it from just these times, and a contradiction is a cycle below 0.
#include "exchange/timetable_steps/steps_yaml.h"
#include "timetable/proof.h"
#include "timetable/timeline.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void demand(bool truth)
{
    if (!truth)
        abort();
}

static int64_t floor_day(int64_t minutes)
{
    return minutes - (minutes % DAY_MINUTES + DAY_MINUTES) % DAY_MINUTES;
}

// Holds the earliest times against a bound, by the dates themselves.
static void check_bound(const struct plan *plan, const struct plan_answer *answer,
                        const struct plan_limit *limit, bool is_most)
{
    const struct plan_bound *bound = is_most ? &limit->most : &limit->least;
    int64_t event = answer->schedule.earliest[limit->event];
    int64_t reference = answer->schedule.earliest[limit->reference];
    struct due due;
    struct error error;
    if (bound->kind == BOUND_NONE || event == -TIME_UNBOUNDED || reference == -TIME_UNBOUNDED ||
        !plan_due(plan, limit, bound, reference, &due, &error))
        return;
    // A day's period ends a whole number of days from the reference's day.
    int64_t time = due.minutes;
    if (bound->kind == BOUND_PERIOD && !due.has_time)
        time += plan->origin + reference - floor_day(plan->origin + reference);
    demand(is_most ? plan->origin + event <= time : plan->origin + event >= time);
}

static void check_answer(const struct plan *plan, const struct plan_answer *answer,
                         struct arena *arena)
{
    if (!answer->is_possible) {
        demand(!proof_of_negative_cycle(&answer->network, &answer->cycle));
    } else {
        for (size_t i = 0; i < plan->limits.count; i++) {
            const struct plan_limit *limit = LIST_AT(&plan->limits, struct plan_limit, i);
            check_bound(plan, answer, limit, false);
            check_bound(plan, answer, limit, true);
        }
    }
    struct timeline timeline;
    timeline_make(plan, answer, arena, &timeline);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_open();
    struct plan plan = plan_make(arena);
    enum steps_proposals proposals;
    struct error error;
    struct str text = {(const char *)bytes, length};
    if (steps_read(STR("fuzz.yaml"), text, &plan, &proposals, &error)) {
        plan_finish(&plan);
        struct plan_answer answer;
        struct budget budget = budget_unlimited();
        budget.steps_left = 2000000;
        if (plan_solve(&plan, NULL, 0, 3, &budget, arena, &answer, &error))
            check_answer(&plan, &answer, arena);
    }
    arena_close(arena);
    return 0;
}
