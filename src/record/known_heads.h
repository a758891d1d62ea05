// SPDX-License-Identifier: Apache-2.0
// The heads that a transaction has read or written, so that none is read twice: whoever writes is alone, and
// an act asks for a few of them again and again.

#ifndef ENTENTE_RECORD_KNOWN_HEADS_H
#define ENTENTE_RECORD_KNOWN_HEADS_H

#include "base/list.h"
#include "record/head_row.h"

struct known_head {
    struct head_row row;
    struct head_row before; // the act that is under way, where that has set it
    bool is_due;            // it is to be written yet
    bool was_due;           // before that act
    bool is_of_act;         // that act has set it
};

struct known_heads {
    struct arena *arena; // NULL: none is known
    struct list rows;    // struct known_head, by audience
    bool are_all;        // a log that is not among them has no entries
};

// The head of a log as it is known, of size 0 where it is known to have none; false when it is not known.
bool known_heads_find(const struct known_heads *known, struct str audience, struct head_row *head);
// All heads by audience, copied into the arena; false when it is not known that these are all.
bool known_heads_list(const struct known_heads *known, struct list *heads, struct arena *arena);
// The row is copied, as it was read.
void known_heads_note(struct known_heads *known, const struct head_row *head);
// The same of one that is to be written.
void known_heads_set(struct known_heads *known, const struct head_row *head);
// The next that is still to be written, which from now on counts as written; NULL: none. It holds until a
// head is noted.
const struct head_row *known_heads_take(struct known_heads *known);
// Another act begins; and it is given up, so that heads are again as they were before it.
void known_heads_mark(struct known_heads *known);
void known_heads_restore(struct known_heads *known);
// Gives back all memory.
void known_heads_forget(struct known_heads *known);

#endif
