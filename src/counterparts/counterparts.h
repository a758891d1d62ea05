// SPDX-License-Identifier: Apache-2.0
// Which points of a rival text answer which points of the base, and which words say so.

#ifndef ENTENTE_COUNTERPARTS_COUNTERPARTS_H
#define ENTENTE_COUNTERPARTS_COUNTERPARTS_H

#include "base/budget.h"
#include "counterparts/counterpart.h"
#include "counterparts/subject.h"

// The matches with one text, by base point and then by the other's.
struct counterparts {
    const struct counterpart *items;
    uint32_t count;
};

// Matches the points of text 0, the base, with those of text `other`. A point may have several
// counterparts or none. The order of the points counts as far as the two texts are found to have
// the same;
// a match of which hardly a word speaks is never more than possible.
//
// Owner:   arena
// Errors:  STOPPED
// Cost:    O(points × points + words × points that they reach)
bool counterparts_find(const struct subjects *subjects, uint32_t other, struct budget *budget,
                       struct arena *arena, struct counterparts *found,
                       struct error *error) MUST_CHECK;

#endif
