// SPDX-License-Identifier: Apache-2.0
// One thing with two amounts: "a Deposit of EUR 4,000" here, "the Deposit of EUR 5,000" there.

#ifndef ENTENTE_PROOFREADING_AMOUNTS_H
#define ENTENTE_PROOFREADING_AMOUNTS_H

#include "proofreading/proof_text.h"

// Adds what is wrong to a list of struct proof_finding.
// Cost: O(text)
void amounts_check(const struct proof_text *text, struct list *findings);

#endif
