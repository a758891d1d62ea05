// SPDX-License-Identifier: Apache-2.0
// Who signs against who the parties are.

#ifndef ENTENTE_PROOFREADING_SIGNATURES_H
#define ENTENTE_PROOFREADING_SIGNATURES_H

#include "proofreading/proof_text.h"

// Adds what is wrong to a list of struct proof_finding.
// definitions  struct definition, in the order of the text
// Cost: O(text)
void signatures_check(const struct proof_text *text, const struct list *definitions,
                      struct list *findings);

#endif
