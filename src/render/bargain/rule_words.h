// SPDX-License-Identifier: Apache-2.0
// A rule in words.

#ifndef ENTENTE_RENDER_BARGAIN_RULE_WORDS_H
#define ENTENTE_RENDER_BARGAIN_RULE_WORDS_H

#include "bargain/clauses.h"

// "not together: Seat = Aland and Term = one year or two years", or of a sum "Share A and Share B add up
// to 100". Owner: arena
struct str rule_words(const struct scenario *scenario, const struct clause *clause,
                      struct arena *arena);
// "exactly 100", "at least 10 and at most 12.5". Owner: arena
struct str sum_ends_words(const struct rule_sum *sum, struct arena *arena);

#endif
