// SPDX-License-Identifier: Apache-2.0
// References to clauses, held against the clauses that are there.

#ifndef ENTENTE_PROOFREADING_REFERENCES_H
#define ENTENTE_PROOFREADING_REFERENCES_H

#include "proofreading/addresses.h"

// Adds what is wrong with the text's references to itself. References to other texts are passed over.
// Cost: O(text)
void references_check(const struct proof_text *text, const struct addresses *addresses,
                      struct list *findings);

#endif
