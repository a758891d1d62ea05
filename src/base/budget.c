// SPDX-License-Identifier: Apache-2.0
#include "base/budget.h"

struct budget budget_unlimited(void)
{
    return (struct budget){.steps_left = UINT64_MAX, .memory_bytes = (size_t)4 << 30};
}

static void tell(struct budget *budget, uint64_t steps)
{
    uint64_t before = budget->spent / BUDGET_TICK;
    budget->spent += steps;
    if (budget->spent / BUDGET_TICK == before)
        return;
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
    if (budget->progress)
        tell(budget, steps);
    return true;
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
                     "stopped before it was done; give it more time or cut the input");
}
