// SPDX-License-Identifier: Apache-2.0
// Steps that leave a gap or overlap: "up to 50 tonnes" and "more than 60 tonnes".

#ifndef ENTENTE_PROOFREADING_THRESHOLDS_H
#define ENTENTE_PROOFREADING_THRESHOLDS_H

#include "proofreading/proof_text.h"

// Adds what is wrong to a list of struct proof_finding.
// Cost: O(text)
void thresholds_check(const struct proof_text *text, struct list *findings);

#endif
