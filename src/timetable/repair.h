// SPDX-License-Identifier: Apache-2.0
// What to give so that a network can be met: limits relaxed as little as possible, or clauses
// dropped as few as possible.

#ifndef ENTENTE_TIMETABLE_REPAIR_H
#define ENTENTE_TIMETABLE_REPAIR_H

#include "timetable/settle.h"

// The least total relaxation: how far each link must give way so that all can be met, the amounts
// adding up to as little as possible. Structural links give nothing.
//
// Certificate: the flow. One unit of flow through a link costs its `most`; a circulation that
// sends at most one unit through each clause link proves that no relaxation below -cost will do.
struct relaxation {
    int64_t total;
    const int64_t *times;   // meet every link once it is relaxed
    const uint32_t *links;  // the links that give way
    const int64_t *amounts; // above 0, one for each of them
    uint32_t count;
    const int64_t *flow; // by link; a circulation with sum(flow * most) == -total
    bool is_possible;    // false: the structural links alone contradict
};

// Errors:  STOPPED
// Cost:    O(broken links * L log E)
// Source:  the dual of the linear program is a circulation of least cost; successive shortest paths
//          with potentials (Edmonds and Karp 1972)
bool repair_relax(const struct network *network, const struct settled *settled,
                  struct budget *budget, struct arena *arena, struct relaxation *relaxation,
                  struct error *error) MUST_CHECK;

// What counts as one thing to drop.
enum drop_unit { DROP_LINKS, DROP_CLAUSES };

struct dropping {
    const uint32_t
        *items; // numbers of links, or of clauses, ascending; without them all can be met
    uint32_t count;
    uint32_t at_least; // it has been proved that fewer than this will not do
    bool is_exact;     // at_least == count; false when the budget ran out first
    bool is_possible;  // false: the structural links alone contradict
};

// The fewest links or clauses to drop.
//
// Errors:  none; when the budget is spent, the best found and what is proved
// Cost:    exponential in the answer at worst (the problem is NP-hard): bounded by the budget
// Source:  implicit hitting sets: every cycle must lose one of its links
void repair_drop(const struct network *network, enum drop_unit unit, struct budget *budget,
                 struct arena *arena, struct dropping *dropping);

#endif
