// SPDX-License-Identifier: Apache-2.0
// References that lead elsewhere than they did, though nobody touched their words.

#ifndef ENTENTE_PROOFREADING_DRIFT_H
#define ENTENTE_PROOFREADING_DRIFT_H

#include "proofreading/references.h"

struct references_of {
    const struct proof_text *text;
    const struct list *references; // struct own_reference
};

// A clause taken out or put in moves the numbers behind it. Where a paragraph says the same in both
// texts, each of its references should lead to the same clause. A clause that was reworded is the
// same; one that stands under another number, or another clause of the base under this one, is a
// finding.
// Cost: O(text)
void drift_check(const struct references_of *base, const struct references_of *reading,
                 struct list *findings);

#endif
