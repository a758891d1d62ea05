// SPDX-License-Identifier: Apache-2.0
// Why a network cannot be met: the circles of links that contradict.

#ifndef ENTENTE_TIMETABLE_CIRCLE_H
#define ENTENTE_TIMETABLE_CIRCLE_H

#include "timetable/network.h"

// The circle with the fewest links that a clause says; structural links cost nothing.
//
// settled   of the same network, with all = true, and with at least one broken link
// Result:   *circle; of several that are equally short, the first that is met in the order of the
//           broken links, so that the same input always gives the same one
// Errors:   STOPPED
// Cost:     O(broken links * circle length * links) at worst; in practice only the surroundings of
//           each broken link are looked at
bool circle_fewest(const struct network *network, const struct settled *settled,
                   struct budget *budget, struct arena *arena, struct circle *circle,
                   struct error *error) MUST_CHECK;

// A circle of structural links alone, or one with count 0 when there is none.
bool circle_structural(const struct network *network, struct budget *budget, struct arena *arena,
                       struct circle *circle, struct error *error) MUST_CHECK;

// For each broken link a short circle: circles has room for settled->broken_count. There must be
// no structural circle.
bool circle_through_each(const struct network *network, const struct settled *settled,
                         struct budget *budget, struct arena *arena, struct circle *circles,
                         struct error *error) MUST_CHECK;

struct circles {
    const struct circle *items;
    uint32_t count;
    bool is_complete; // false: there are more, beyond the bounds
};

// All circles that are minimal (no event passed twice; no clauses to spare), those with the fewest
// clause links first.
//
// most_links   circles with more clause links than this are left out
// most         at most so many circles
// Errors:      none; when the budget is spent, what has been found is given with is_complete false
// Cost:        exponential in most_links at worst: bounded by the budget
void circle_all(const struct network *network, const struct settled *settled, uint32_t most_links,
                uint32_t most, struct budget *budget, struct arena *arena, struct circles *circles);

// How many links of the circle are not structural.
uint32_t circle_clause_links(const struct network *network, const struct circle *circle);

#endif
