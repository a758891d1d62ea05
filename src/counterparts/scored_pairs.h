// SPDX-License-Identifier: Apache-2.0
// How much the points of two texts are about the same, and which words say so.

#ifndef ENTENTE_COUNTERPARTS_SCORED_PAIRS_H
#define ENTENTE_COUNTERPARTS_SCORED_PAIRS_H

#include "base/budget.h"
#include "counterparts/subject.h"

#define CARRIERS_MAX 6u // words that are told of one match

enum certainty {
    CERTAINTY_POSSIBLE, // too little to say that they answer one another
    CERTAINTY_LIKELY,
    CERTAINTY_SURE,
    CERTAINTY_CONFIRMED, // a person said so
};

// A word of the base's point and the other's that goes with it: the same, or a related one.
struct carried_word {
    struct str base;
    struct str other;
    uint32_t weight;
};

struct counterpart {
    uint32_t base;  // point of the base
    uint32_t other; // point of the other text
    uint32_t score; // per mille
    enum certainty certainty;
    const struct carried_word *carriers; // the heaviest first
    uint32_t carrier_count;
};

// All pairs of a point of text 0 and one of text `other` that have anything to do with each other; their
// certainty and what carried them are not told yet.
//
// pairs   struct counterpart, in no order that counts
// Owner:  arena
// Errors: STOPPED
// Cost:   O(points × words that few points share)
bool scored_pairs_find(const struct subjects *subjects, uint32_t other, struct budget *budget,
                       struct arena *arena, struct list *pairs, struct error *error) MUST_CHECK;

// Fills in what carried each pair.
// Owner: arena
// Cost:  O(words of the pairs)
void scored_pairs_carry(const struct subjects *subjects, uint32_t other, struct arena *arena,
                        struct counterpart *pairs, uint32_t count);

#endif
