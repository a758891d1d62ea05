// SPDX-License-Identifier: Apache-2.0
// The heads that a transaction has read or written, so that none is read twice: whoever writes is alone, and
// an act asks for a few of them again and again.

#ifndef ENTENTE_RECORD_KNOWN_HEADS_H
#define ENTENTE_RECORD_KNOWN_HEADS_H

#include "base/list.h"
#include "record/head_row.h"

struct known_heads {
    struct arena *arena; // NULL: none is known
    struct list rows;    // struct head_row
    bool are_all;        // a log that is not among them has no entries
};

// The head of a log as it is known, of size 0 where it is known to have none; false when it is not known.
bool known_heads_find(const struct known_heads *known, struct str audience, struct head_row *head);
// All heads by audience, copied into the arena; false when it is not known that these are all.
bool known_heads_list(const struct known_heads *known, struct list *heads, struct arena *arena);
// The row is copied.
void known_heads_note(struct known_heads *known, const struct head_row *head);
// Gives back all memory.
void known_heads_forget(struct known_heads *known);

#endif
