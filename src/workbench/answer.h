// SPDX-License-Identifier: Apache-2.0
// The inside of the public answer, and the seam between inner and public errors.

#ifndef ENTENTE_WORKBENCH_ANSWER_H
#define ENTENTE_WORKBENCH_ANSWER_H

#include "base/arena.h"
#include "base/budget.h"
#include "base/input_limits.h"

#include <entente/entente.h>

struct entente_answer {
    struct arena *arena; // owns the answer itself
    struct str output;
    struct str summary;
    bool is_no;
    bool is_cut; // a limit was reached: something that was asked for is missing
};

// An answer with an arena of its own, nothing in it yet.
struct entente_answer *answer_new(void);

// Turns an inner error into the public one and gives false.
bool answer_error(const struct error *inner, struct entente_error *error);

struct budget answer_budget(const struct entente_bounds *bounds);
// The limits on files for a verb that reads within the budget; documents read by them borrow both.
const struct input_limits *answer_limits(struct budget *budget, struct arena *arena);
struct str answer_file(const struct entente_file *file);

#endif
