// SPDX-License-Identifier: Apache-2.0
#include "base/budget.h"

#include "base/memory.h"

// How many steps pass between two looks at the memory held, a power of two.
#define LOOK_STEPS ((uint64_t)1 << 12)

struct budget budget_unlimited(void)
{
    return (struct budget){.steps_left = UINT64_MAX,
                           .memory_bytes = BUDGET_MEMORY_BYTES,
                           .held_before = memory_held()};
}

static void tell(const struct budget *budget)
{
    bool is_endless = budget->steps_left == UINT64_MAX;
    budget->progress(budget->listener, budget->spent,
                     is_endless ? 0 : budget->spent + budget->steps_left);
}

bool budget_spend(struct budget *budget, uint64_t steps)
{
    if (budget->stop && *budget->stop != 0)
        return false;
    if (budget->steps_left < steps) {
        budget->steps_left = 0;
        return false;
    }
    if (budget->steps_left != UINT64_MAX)
        budget->steps_left -= steps;
    uint64_t before = budget->spent;
    budget->spent += steps;
    if (budget->progress && budget->spent / BUDGET_TICK != before / BUDGET_TICK)
        tell(budget);
    return budget->spent / LOOK_STEPS == before / LOOK_STEPS || budget_has_room(budget);
}

bool budget_is_spent(const struct budget *budget)
{
    return budget->steps_left == 0 || (budget->stop && *budget->stop != 0);
}

bool budget_has_room(const struct budget *budget)
{
    int64_t more = memory_held() - budget->held_before;
    return more <= 0 || (uint64_t)more <= budget->memory_bytes;
}

bool budget_check_room(const struct budget *budget, struct error *error)
{
    return budget_has_room(budget) ||
           error_set(
               error, TOO_LARGE,
               "this needs more than %zu MiB of memory, which it may hold; give it more or cut "
               "the input",
               budget->memory_bytes >> 20);
}

struct budget budget_share(const struct budget *whole, uint64_t steps)
{
    struct budget share = *whole;
    share.steps_left = whole->steps_left < steps ? whole->steps_left : steps;
    return share;
}

void budget_settle(struct budget *whole, const struct budget *share, uint64_t steps)
{
    uint64_t given = whole->steps_left < steps ? whole->steps_left : steps;
    if (whole->steps_left != UINT64_MAX)
        whole->steps_left -= given - share->steps_left;
}

bool budget_stopped(struct error *error)
{
    return error_set(error, STOPPED,
                     "stopped before it was done; give it more time or memory, or cut the input");
}
