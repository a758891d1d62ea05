// SPDX-License-Identifier: Apache-2.0
// What the items of a case say of its slots.

#ifndef ENTENTE_CASEFILE_SLOT_SAID_H
#define ENTENTE_CASEFILE_SLOT_SAID_H

#include "casefile/casefile.h"

// Slots, and wordings of slots, that stances, comments, packages, limits, statements or findings name.
struct slot_said {
    struct names *places; // a slot, and after it the wording; the slot alone whatever the wording
    struct list items;    // const struct item *: which do, stances left out
    struct arena *arena;
};

// Owner:  arena; borrows the items
struct slot_said slot_said_make(const struct items *items, struct arena *arena);

// Does its own status, an agreement or a note say anything?
bool slot_is_marked(const struct item *slot);

// Does that, or does an item name the slot?
bool slot_is_spoken_of(const struct slot_said *said, const struct item *slot);

// Does an item, or what was agreed on the slot, name this wording of it?
bool wording_is_spoken_of(const struct slot_said *said, const struct item *slot,
                          struct str variant);

#endif
