// SPDX-License-Identifier: Apache-2.0
// A figure with what it counts: "EUR 2,500", "30 days", "5 per cent", "forty tonnes".

#ifndef ENTENTE_PROOFREADING_SUMS_H
#define ENTENTE_PROOFREADING_SUMS_H

#include "prose/prose.h"

struct proof_sum {
    size_t from; // tokens
    size_t to;
    int64_t millionths;
    struct str unit; // as written; empty: nothing behind the figure says it
    bool is_money;
};

// Gives the tokens that the sum at token `at` takes, 0: none begins here.
size_t sum_read(const struct prose *prose, size_t at, struct proof_sum *sum);
// Whether two count the same: "day" and "days", "USD" and "usd".
bool sum_is_same_unit(const struct proof_sum *one, const struct proof_sum *other);
// "3,600" as "3600", "33.5" as "33.5"
struct str sum_figure(struct arena *arena, int64_t millionths);

#endif
