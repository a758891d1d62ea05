// SPDX-License-Identifier: Apache-2.0
// The plain twin of uncertain values: every question is a handful of inequalities over the scores,
// written down as they were stated and settled by eliminating one unknown after another (Fourier
// and Motzkin). Shares no code with the engine.

#ifndef ENTENTE_TESTS_UNCERTAIN_PLAIN_H
#define ENTENTE_TESTS_UNCERTAIN_PLAIN_H

#include "uncertain_values/values.h"

#define PLAIN_UNKNOWNS_MAX 9 // options of all issues and the reserve

// sum of factors × unknowns <= limit, or strictly below
struct plain_row {
    int64_t factors[PLAIN_UNKNOWNS_MAX];
    int64_t limit;
    bool is_strict;
};

// What one party may mean; the reserve is unknown number option_total.
struct plain_party {
    const struct uncertain *uncertain;
    uint32_t party;
    int64_t reserve_least; // used when the party has stated none
    int64_t reserve_most;
};

// Whether some scores and reserve fit all that the party has stated, and the further rows.
bool plain_allows(const struct plain_party *party, const struct plain_row *rows, size_t count);

// sign × (value of the package - reserve) >= 0, or above 0.
struct plain_row plain_reaches(const struct plain_party *party, const uint32_t *package, int sign,
                               bool is_strict);
// value of a - value of b >= 0, or above 0.
struct plain_row plain_exceeds(const struct plain_party *party, const uint32_t *a,
                               const uint32_t *b, bool is_strict);

// Of everyone, by looking at each package in turn.
struct plain_scene {
    const struct plain_party *parties;
    uint32_t party_count;
    const uint32_t *packages; // all that are feasible, a row of issue_count each
    size_t package_count;
    uint32_t issue_count;
};

// Whether b beats a in every completion, or in some.
bool plain_beats(const struct plain_scene *scene, const uint32_t *b, const uint32_t *a,
                 bool surely);
// Whether there is a completion in which nothing beats the package.
bool plain_may_lead(const struct plain_scene *scene, const uint32_t *package);

#endif
