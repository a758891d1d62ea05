// SPDX-License-Identifier: Apache-2.0
// How far a pair of points stands out from those that compete with it.

#ifndef ENTENTE_COUNTERPARTS_CONTRAST_H
#define ENTENTE_COUNTERPARTS_CONTRAST_H

#include "base/arena.h"

// What speaks for each pair, per mille, in rows of the base's points.
struct pair_grid {
    int32_t *items; // of base i and other j at i * other_count + j
    uint32_t base_count;
    uint32_t other_count;
};

// Takes off each pair a part of what speaks for the next best pair of either point. A rival whose
// point has a
// better partner elsewhere counts the less, so that one strong pair does not hide the next.
//
// grid    is overwritten
// Cost:   O(pairs)
void contrast_take(struct pair_grid *grid);

#endif
