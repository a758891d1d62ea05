// SPDX-License-Identifier: Apache-2.0
// Exact linear programs of a few dozen variables, over whole numbers and their fractions.

#ifndef ENTENTE_UNCERTAIN_VALUES_SIMPLEX_H
#define ENTENTE_UNCERTAIN_VALUES_SIMPLEX_H

#include "bargain/wide.h"
#include "base/budget.h"

// sum of factor[j] × x[j] <= limit + limit_steps × a positive number smaller than any other
struct simplex_row {
    const int64_t *factors; // one for each variable
    int64_t limit;
    int64_t limit_steps;
};

struct simplex {
    const struct simplex_row *rows;
    size_t row_count;
    size_t variable_count;    // all at least 0
    const int64_t *objective; // its sum is made as large as can be
};

enum simplex_end {
    SIMPLEX_FOUND,
    SIMPLEX_IMPOSSIBLE, // no values satisfy the rows
    SIMPLEX_UNBOUNDED,
    SIMPLEX_TOO_LARGE, // some number would leave 64 bits
    SIMPLEX_STOPPED,
};

// (value + steps × the small number) / below, with below > 0
struct simplex_sum {
    int64_t value;
    int64_t steps;
    int64_t below;
};

// Solves it. The tableau holds whole numbers over one common denominator (Edmonds 1967; Azulay and
// Pique 2001), so every division is without rest; the variable is chosen by Bland's rule (1977), so
// it ends.
//
// values   one sum for each variable; NULL: not wanted
// Cost:    O(pivots × rows × variables)
enum simplex_end simplex_solve(const struct simplex *program, struct budget *budget,
                               struct simplex_sum *best, struct simplex_sum *values);

// The largest whole number of steps (VALUE_STEP for each 1) that compares with every other sum of
// fewer than VALUE_STEP / 4 steps as the sum does; see values.h.
int64_t simplex_in_steps(struct simplex_sum sum);

#endif
