// SPDX-License-Identifier: Apache-2.0
// The record by what its entries were about, for whoever keeps up with it and has no use for what they
// made of their items.

#ifndef ENTENTE_CASEFILE_MARKS_H
#define ENTENTE_CASEFILE_MARKS_H

#include "casefile/casefile.h"

struct entry_mark {
    struct str audience;
    uint64_t at;
    struct str order;
    struct str time;
    struct str act;
    struct str by;     // may be empty
    struct str party;  // of the first change that names one and is no slot's; may be empty
    struct list slots; // struct str: each that it changed, or of which a change speaks
};

// As casefile_entries, but of each entry only its mark (struct entry_mark).
//
// slot    of the slots only this one is named; empty: all
// Cost:   O(bytes of these entries) time, and memory for the marks and the largest entry
bool casefile_marks(struct casefile *casefile, const struct list *known, struct str slot,
                    struct arena *arena, struct list *marks, struct error *error) MUST_CHECK;

// How long each log is of which the viewer may read entries (struct log_read): behind the last one that the
// viewer may read where not all of it is for the viewer's eyes.
// Cost: O(logs), and of logs that are not all the viewer's, or as of a past day, their entries
bool casefile_sizes(struct casefile *casefile, struct arena *arena, struct list *sizes,
                    struct error *error) MUST_CHECK;

#endif
