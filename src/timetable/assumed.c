// SPDX-License-Identifier: Apache-2.0
#include "timetable/assumed.h"

static struct plan_limit *limit_at(const struct plan *plan, size_t i)
{
    return LIST_AT(&plan->limits, struct plan_limit, i);
}

static bool is_assumed(const struct plan_limit *limit)
{
    return limit->assumed.length > 0 && !limit->is_confirmed;
}

static bool has_assumed(const struct plan *plan)
{
    for (size_t i = 0; i < plan->limits.count; i++)
        if (is_assumed(limit_at(plan, i)))
            return true;
    return false;
}

static void take_out(struct plan *plan, size_t number)
{
    for (size_t i = number; i + 1 < plan->limits.count; i++)
        *limit_at(plan, i) = *limit_at(plan, i + 1);
    list_cut(&plan->limits, plan->limits.count - 1);
}

static void tell(struct plan *plan, const struct plan_limit *limit, const char *consequence)
{
    *LIST_ADD(&plan->notes, struct str) =
        arena_print(plan->arena, "%.*s, clause %.*s: \"%.*s\" %.*s; this is assumed, and %s",
                    STR_ARGS(limit->file), STR_ARGS(limit->clause), STR_ARGS(limit->phrase),
                    STR_ARGS(limit->assumed), consequence);
}

// The last assumed limit of the circle; LINK_NONE: all of it was read.
static uint32_t assumed_of(const struct plan *plan, const struct plan_answer *answer)
{
    uint32_t last = LINK_NONE;
    for (uint32_t i = 0; i < answer->cycle.count; i++) {
        uint32_t number = answer->links[answer->cycle.links[i]].limit;
        if (number != LINK_NONE && is_assumed(limit_at(plan, number)) &&
            (last == LINK_NONE || number > last))
            last = number;
    }
    return last;
}

bool plan_withdraw_assumed(struct plan *plan, struct budget *budget, struct error *error)
{
    if (!has_assumed(plan))
        return true;
    for (;;) {
        struct arena *scratch = arena_open();
        struct plan_answer answer;
        bool is_done = plan_solve(plan, NULL, 0, 0, budget, scratch, &answer, error);
        uint32_t number = is_done && !answer.is_possible ? assumed_of(plan, &answer) : LINK_NONE;
        arena_close(scratch);
        if (!is_done)
            return false;
        if (number == LINK_NONE)
            return true;
        tell(plan, limit_at(plan, number), "as it would contradict other limits it is not counted");
        take_out(plan, number);
    }
}

void plan_drop_assumed(struct plan *plan)
{
    for (size_t i = plan->limits.count; i > 0; i--)
        if (is_assumed(limit_at(plan, i - 1))) {
            tell(plan, limit_at(plan, i - 1), "not counted among rival wordings");
            take_out(plan, i - 1);
        }
}
