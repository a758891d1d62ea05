// SPDX-License-Identifier: Apache-2.0
// Entries that were taken out of a log: their place in the tree of hashes stays, what they said is gone, and
// a later entry of the same log says so (docs/CASEFILE-FORMAT.md, section 12).

#ifndef ENTENTE_RECORD_FORGETTING_H
#define ENTENTE_RECORD_FORGETTING_H

#include "record/store.h"

// The act of the entry that takes others out.
#define FORGETTING_ACT "forget"

// Was the row emptied: no salt, no content, no files?
bool entry_is_gone(const struct entry_row *row);

// An entry that is to go, or is gone.
struct forgotten {
    struct str audience;
    uint64_t at;
    struct hash commitment; // as it was before, which its place in the tree keeps
    uint64_t told_at;       // the entry that says so
};

// Is this the content of an entry that takes others out? It stands in clear in every log.
bool forgetting_is(struct str content);
// Which ones (struct forgotten, of no audience yet); false when it is none.
bool forgetting_read(struct str content, struct arena *arena, struct list *taken);

#endif
