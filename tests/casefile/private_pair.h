// SPDX-License-Identifier: Apache-2.0
// Cases of the parties A and B and the mediator M that differ only in what B keeps to itself: the same
// open_seed, another secret_seed.

#ifndef ENTENTE_TESTS_PRIVATE_PAIR_H
#define ENTENTE_TESTS_PRIVATE_PAIR_H

#include "base/str.h"

#include <entente/case.h>

// Makes the case, with acts for all and acts of B for itself in between. canary: what B keeps to itself
// besides, once; length 0: nothing
bool private_pair_make(const char *place, uint64_t open_seed, uint64_t secret_seed,
                       struct str canary);
// Goes on through the public door: texts, stances, names that the program gives.
bool private_pair_talk(const char *place, uint64_t open_seed, uint64_t secret_seed);
// The id of the first open place that a handle shows, in the test's arena; NULL: none.
const char *private_pair_slot(struct entente_case *handle);

#endif
