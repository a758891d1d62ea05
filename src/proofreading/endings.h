// SPDX-License-Identifier: Apache-2.0
// The "and" or "or" before the last item of a list: missing, or there twice.

#ifndef ENTENTE_PROOFREADING_ENDINGS_H
#define ENTENTE_PROOFREADING_ENDINGS_H

#include "proofreading/proof_text.h"

// Adds what is wrong to a list of struct proof_finding.
// Cost: O(text)
void endings_check(const struct proof_text *text, struct list *findings);

#endif
