// SPDX-License-Identifier: Apache-2.0
// A merged text in which some slots are decided: one party more, the settler, holds what goes in.

#ifndef ENTENTE_EXCHANGE_DOCX_NEXT_DECIDED_H
#define ENTENTE_EXCHANGE_DOCX_NEXT_DECIDED_H

#include "merge/merged.h"

// What becomes of slots that nobody has decided.
enum open_slots {
    OPEN_BASE,     // the base's wording stays
    OPEN_TRACKED,  // tracked changes by those who hold the other wordings
    OPEN_BRACKETS, // all wordings, in brackets
};

struct decisions {
    const uint32_t *variants; // by slot: the variant that goes in, NO_INDEX: open
    enum open_slots open;
};

// The settler is the last party, and extra its draft: a text that decided wordings may be taken from.
//
// Result: *decided. Decided slots have the base's wording and the settler's; open ones have one wording
//         alone where the base's stays; moves of which an end is decided are none. What parties set
//         otherwise stays theirs
// Owner:  arena; the rest is borrowed from merged
void merged_decide(const struct merged *merged, const struct decisions *decisions,
                   const struct document *extra, struct arena *arena, struct merged *decided);

#endif
