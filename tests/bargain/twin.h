// SPDX-License-Identifier: Apache-2.0
// The plain twin of the bargaining engine: lists every outcome and looks. Shares no code with it.

#ifndef ENTENTE_TESTS_BARGAIN_TWIN_H
#define ENTENTE_TESTS_BARGAIN_TWIN_H

#include "frontier/solution.h"

// What differs between the answer and a listing of all outcomes, as a sentence; NULL: nothing.
// For scenarios of up to about 100,000 outcomes with scores below 10,000.
const char *twin_difference(const struct scenario *scenario, const struct solution *solution,
                            struct arena *arena);

#endif
