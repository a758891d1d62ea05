// SPDX-License-Identifier: Apache-2.0
// What a fair point is called, and how far one is from being proved.

#ifndef ENTENTE_RENDER_BARGAIN_POINT_WORDS_H
#define ENTENTE_RENDER_BARGAIN_POINT_WORDS_H

#include "frontier/solution.h"

// A fair point's name, and the rule it follows.
struct point_words {
    const char *title;
    const char *rule; // may be empty
};
struct point_words point_words_of(enum point_kind kind);

// Of a point that is not proved: what the best package met has, what none has more of, and how far apart
// the two are; empty: nothing is known.
struct str unproved_words(const struct solution *solution, enum point_kind kind,
                          struct arena *arena);

#endif
