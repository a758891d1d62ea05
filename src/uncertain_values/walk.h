// SPDX-License-Identifier: Apache-2.0
// Goes through the feasible packages that bring every party's sum up to a floor, one after another.

#ifndef ENTENTE_UNCERTAIN_VALUES_WALK_H
#define ENTENTE_UNCERTAIN_VALUES_WALK_H

#include "bargain/diagram.h"

// scores[p] adds to what the diagram's own values give party p.
struct walk {
    const struct scenario *scenario;
    const struct diagram *diagram;
    const int64_t *const *scores; // by party, then by flat option number
    const int64_t *floor;         // by party
    const bool *removed;          // by flat option number; NULL: none
    bool wants_more;              // some sum above its floor too
    // How far it is:
    int64_t *to_go; // by level and party: the most that scores can still add
    int64_t *sums;  // by level and party, before that level
    uint32_t *node; // by level
    uint32_t *arc;  // by level: the next to be tried
    uint32_t level;
    bool is_started;
};

enum walk_end { WALK_FOUND, WALK_OVER, WALK_STOPPED };

// A walk at its start. Sums of scores and values must fit 64 bits.
// Owner: arena; borrows all that is given
struct walk walk_make(const struct scenario *scenario, const struct diagram *diagram,
                      const int64_t *const *scores, const int64_t *floor, const bool *removed,
                      struct arena *arena);

// The next package (option numbers by issue); its sums are walk_sums.
// Cost: parts that cannot come up to the floors are cut off by bounds, so it depends
enum walk_end walk_next(struct walk *walk, struct budget *budget, uint32_t *package);
const int64_t *walk_sums(const struct walk *walk);

#endif
