// SPDX-License-Identifier: Apache-2.0
// What the order of the points says, where two texts have been found to go through their subjects
// alike.

#ifndef ENTENTE_COUNTERPARTS_PLACE_HINT_H
#define ENTENTE_COUNTERPARTS_PLACE_HINT_H

#include "counterparts/similarity.h"

#define PLACE_NONE UINT32_MAX

// The nearest points of the base, before a point and behind it, whose answers are certain.
struct place_neighbours {
    uint32_t before; // PLACE_NONE: there is none
    uint32_t behind;
};

struct place_hint {
    const uint32_t *answers; // by point of the base: the point of the other text, or PLACE_NONE
    const struct place_neighbours *neighbours; // by point of the base
    const int32_t
        *gains; // per mille, of each pair in rows of the base's points; NULL: nothing is known
};

// Learns from the answers that are certain how often the next point's answer is the next, one too
// far, and so on;
// then weighs every way through both texts, and tells of each pair how much better the best way
// through it is by
// its neighbours alone than by chance. In texts that are shuffled against one another no step is
// likelier than
// another: then no pair gains anything.
//
// Owner: arena; borrows answers
// Cost:  O(pairs)
void place_hint_learn(const struct text_similarity *similarity, const uint32_t *answers,
                      struct arena *arena, struct place_hint *hint);

#endif
