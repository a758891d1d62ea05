// SPDX-License-Identifier: Apache-2.0
// What would end before it begins: in force from a day behind its last.

#ifndef ENTENTE_PROOFREADING_SPANS_H
#define ENTENTE_PROOFREADING_SPANS_H

#include "proofreading/proof_text.h"

// Adds what is wrong to a list of struct proof_finding.
// Cost: O(text)
void spans_check(const struct proof_text *text, struct list *findings);

#endif
