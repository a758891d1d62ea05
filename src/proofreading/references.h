// SPDX-License-Identifier: Apache-2.0
// References to clauses, held against the clauses that are there.

#ifndef ENTENTE_PROOFREADING_REFERENCES_H
#define ENTENTE_PROOFREADING_REFERENCES_H

#include "proofreading/addresses.h"

// A reference to a clause of the text itself.
struct own_reference {
    struct range place; // of the label: "4(2)"
    uint32_t paragraph; // that cites
    uint32_t target;    // the first paragraph of the clause that is cited; NO_INDEX: it is missing
};

// Adds all references of the text to itself to `references`, and what is wrong with them to `findings`.
// References to other texts are passed over.
// Cost: O(text)
void references_check(const struct proof_text *text, const struct addresses *addresses,
                      struct list *references, struct list *findings);

#endif
