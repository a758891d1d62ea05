// SPDX-License-Identifier: Apache-2.0
// Small random scenarios in which every part of the model comes up.

#ifndef ENTENTE_TESTS_BARGAIN_RANDOM_H
#define ENTENTE_TESTS_BARGAIN_RANDOM_H

#include "bargain/scenario.h"
#include "tap.h"

// At most 7 issues of at most 4 options and 5 parties.
struct scenario random_scenario(struct tap_random *random, struct arena *arena);

// `issues` issues of 4 options; a line: the first two parties want its ends, the others a place on
// it. `exclusions` pairs of options exclude each other.
struct scenario random_large_scenario(struct tap_random *random, uint32_t issues, uint32_t parties,
                                      bool is_line, uint32_t exclusions, struct arena *arena);

// At most 8 issues of at most 3 sorts, those of a sort alike, shuffled; no rules.
struct scenario random_repeated_scenario(struct tap_random *random, struct arena *arena);

// Holds a check against random scenarios, seed by seed, and prints the seed at which it fails: small
// ones of every kind, such with repeated issues, and twelve larger ones of three to five parties.
void check_repeated_scenarios(uint64_t seeds,
                              bool (*holds)(const struct scenario *scenario, struct arena *arena));
void check_random_scenarios(uint64_t seeds,
                            bool (*holds)(const struct scenario *scenario, struct arena *arena));
void check_larger_scenarios(bool (*holds)(const struct scenario *scenario, struct arena *arena));

#endif
