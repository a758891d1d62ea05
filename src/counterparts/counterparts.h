// SPDX-License-Identifier: Apache-2.0
// Which points of a rival text answer which points of the base, and which words say so.

#ifndef ENTENTE_COUNTERPARTS_COUNTERPARTS_H
#define ENTENTE_COUNTERPARTS_COUNTERPARTS_H

#include "counterparts/scored_pairs.h"

// The matches with one text, by base point and then by the other's.
struct counterparts {
    const struct counterpart *items;
    uint32_t count;
};

// Matches the points of text 0, the base, with those of text `other`. A point may have several
// counterparts or none; the order of the two texts is a weak hint only.
//
// Owner:   arena
// Errors:  STOPPED
// Cost:    O(points × words that few points share)
bool counterparts_find(const struct subjects *subjects, uint32_t other, struct budget *budget,
                       struct arena *arena, struct counterparts *found,
                       struct error *error) MUST_CHECK;

#endif
