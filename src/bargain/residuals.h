// SPDX-License-Identifier: Apache-2.0
// What is left of the clauses part of the way through the issues.
//
// A clause whose first literals all came true is pending; what is left of it, its residual, is all that
// matters for the rest of the way. Of a sum it is what the numbers taken so far add up to.

#ifndef ENTENTE_BARGAIN_RESIDUALS_H
#define ENTENTE_BARGAIN_RESIDUALS_H

#include "bargain/clauses.h"
#include "base/list.h"

struct residuals {
    const struct scenario *scenario;
    struct arena *work;
    const uint32_t *position; // of an issue in the order
    struct list items;        // struct residual
    struct names *known;      // their contents
    struct list *starts;      // by position: uint32_t residuals of the clauses that start there
    struct list bonuses;      // const int64_t *
    struct list next;         // uint32_t: the pending ones of the state being put together
    uint32_t sum_count;
};

// The residuals of whole clauses, by where the order of the issues starts them.
//
// Owner:   work; borrows the scenario and the clauses
// Result:  false when a sum can never come out right
bool residuals_make(const struct scenario *scenario, struct clauses clauses, const uint32_t *order,
                    struct arena *work, struct residuals *residuals);

// Puts the option's effect on one pending residual into the next state; false: forbidden. A bonus that
// comes true is added to those of the parties, and *has_bonus set.
bool residuals_meet(struct residuals *residuals, uint32_t number, uint32_t issue, uint32_t option,
                    int64_t *bonus, bool *has_bonus);

#endif
