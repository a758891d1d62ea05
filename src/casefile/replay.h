// SPDX-License-Identifier: Apache-2.0
// Entries applied one after the other, in memory that holds the state and not its past: what later
// entries replaced is given back on the way.

#ifndef ENTENTE_CASEFILE_REPLAY_H
#define ENTENTE_CASEFILE_REPLAY_H

#include "record/items.h"

struct replay {
    struct items items; // in an arena of their own, which changes
    size_t tidy_at;     // bytes of the arena from which the state is copied out of it
};

struct replay replay_open(void);
// The entry is in the arena of the items.
void replay_apply(struct replay *replay, const struct entry *entry, struct str order);
void replay_close(struct replay *replay);

#endif
