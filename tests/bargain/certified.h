// SPDX-License-Identifier: Apache-2.0
// Holds what a solution claims against the checker, which shares no code with the solver.

#ifndef ENTENTE_TESTS_BARGAIN_CERTIFIED_H
#define ENTENTE_TESTS_BARGAIN_CERTIFIED_H

#include "frontier/direct.h"
#include "frontier/solution.h"

// What is wrong with the fronts: a row that beats another, a outcome that is not allowed or does not
// give the row's values. NULL: nothing.
const char *front_fault(const struct scenario *scenario, const struct front *front);

// What is wrong with a point found directly: its outcome, its bound, a outcome that does better.
// NULL: nothing, as far as `steps` go.
const char *direct_fault(const struct scenario *scenario, enum point_kind kind,
                         const struct direct *direct, const struct point_frame *frame,
                         uint64_t steps);

#endif
