// SPDX-License-Identifier: Apache-2.0
// Points of which one sentence answers a point of the other text, while the rest answers others.

#ifndef ENTENTE_COUNTERPARTS_SENTENCE_PAIRS_H
#define ENTENTE_COUNTERPARTS_SENTENCE_PAIRS_H

#include "counterparts/contrast.h"
#include "counterparts/subject.h"

// How far, per mille, the best sentence of either point stands out as the answer to the other:
// among the points
// that the sentence might answer, and among the sentences of other points. Nothing where texts are
// so large
// that it would take long, or have points of one sentence only.
//
// Owner: arena
// Cost:  O(points × sentences)
struct pair_grid sentence_pairs_find(const struct subjects *subjects, uint32_t other,
                                     struct arena *arena);

#endif
