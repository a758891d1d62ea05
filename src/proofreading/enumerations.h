// SPDX-License-Identifier: Apache-2.0
// Numbers and letters of clauses that skip or repeat.

#ifndef ENTENTE_PROOFREADING_ENUMERATIONS_H
#define ENTENTE_PROOFREADING_ENUMERATIONS_H

#include "proofreading/proof_text.h"

// Only typed numbers are looked at: those that a word processor counts cannot skip.
// Cost: O(text)
void enumerations_check(const struct proof_text *text, struct list *findings);

#endif
