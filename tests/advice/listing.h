// SPDX-License-Identifier: Apache-2.0
// Every package of a small scenario, looked at one by one.

#ifndef ENTENTE_TESTS_ADVICE_LISTING_H
#define ENTENTE_TESTS_ADVICE_LISTING_H

#include "bargain/scenario.h"

#define LISTED_ISSUES 8
#define LISTED_PARTIES 8

struct listed {
    uint32_t package[LISTED_ISSUES];
    int64_t values[LISTED_PARTIES];
    uint32_t crosses; // a bit for each party whose red line it crosses
};

// The packages that rules and time links allow.
struct listing {
    const struct scenario *scenario;
    struct listed *items;
    size_t count;
};

// Issues marked in `is_free` (NULL: none) are out of dispute: they give each party its best option,
// and no rule, pair, link or red line that speaks of them counts; they stand at option 0.
struct listing listing_make(const struct scenario *scenario, const bool *is_free,
                            struct arena *arena);

// Whether a package crosses no red line and gives every party its reserve.
bool listed_suits(const struct listed *item, const int64_t *reserve, uint32_t parties);
// The most that all gain together, of those that cross no red line; false when there are none.
bool listing_common_gain(const struct listing *listing, const int64_t *reserve, int64_t *gain);
// How many suit, and the best for each party among them.
uint64_t listing_count(const struct listing *listing, const int64_t *reserve, int64_t *best);
void listing_reserves(const struct scenario *scenario, int64_t *reserve);

#endif
