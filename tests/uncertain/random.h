// SPDX-License-Identifier: Apache-2.0
// Small random scenarios with uncertain values, some of them contradictory.

#ifndef ENTENTE_TESTS_UNCERTAIN_RANDOM_H
#define ENTENTE_TESTS_UNCERTAIN_RANDOM_H

#include "uncertain_values/values.h"

#include "tap.h"

// At most 3 issues, 7 options in all, and 3 parties.
const struct uncertain *random_uncertain(struct tap_random *random, struct arena *arena);

#endif
