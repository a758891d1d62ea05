// SPDX-License-Identifier: Apache-2.0
// Why a network cannot be met: the cycles of links that contradict.

#ifndef ENTENTE_TIMETABLE_NEGATIVE_CYCLE_H
#define ENTENTE_TIMETABLE_NEGATIVE_CYCLE_H

#include "timetable/settle.h"

// The cycle with the fewest links that a clause says; structural links cost nothing.
//
// settled   of the same network, with all = true, and with at least one broken link
// Result:   *cycle; of several that are equally short, the first that is met in the order of the
//           broken links, so that the same input always gives the same one
// Errors:   STOPPED
// Cost:     O(broken links * cycle length * links) at worst; in practice only the surroundings of
//           each broken link are looked at
bool negative_cycle_fewest(const struct network *network, const struct settled *settled,
                           struct budget *budget, struct arena *arena, struct negative_cycle *cycle,
                           struct error *error) MUST_CHECK;

// A cycle of structural links alone, or one with count 0 when there is none.
bool negative_cycle_structural(const struct network *network, struct budget *budget,
                               struct arena *arena, struct negative_cycle *cycle,
                               struct error *error) MUST_CHECK;

// For each broken link a short cycle: cycles has room for settled->broken_count. There must be
// no structural cycle.
bool negative_cycle_through_each(const struct network *network, const struct settled *settled,
                                 struct budget *budget, struct arena *arena,
                                 struct negative_cycle *cycles, struct error *error) MUST_CHECK;

struct cycles {
    const struct negative_cycle *items;
    uint32_t count;
    bool is_complete; // false: there are more, beyond the bounds
};

// All cycles that are minimal (no event passed twice; no clauses to spare), those with the fewest
// clause links first.
//
// most_links   cycles with more clause links than this are left out
// most         at most so many cycles
// Errors:      none; when the budget is spent, what has been found is given with is_complete false
// Cost:        exponential in most_links at worst: bounded by the budget
void negative_cycle_all(const struct network *network, const struct settled *settled,
                        uint32_t most_links, uint32_t most, struct budget *budget,
                        struct arena *arena, struct cycles *cycles);

// How many links of the cycle are not structural.
uint32_t negative_cycle_clause_links(const struct network *network,
                                     const struct negative_cycle *cycle);

#endif
