// SPDX-License-Identifier: Apache-2.0
// Duties: of nobody ("The shall pay"), of somebody the text does not know, and one ban in two words.

#ifndef ENTENTE_PROOFREADING_DUTIES_H
#define ENTENTE_PROOFREADING_DUTIES_H

#include "proofreading/proof_text.h"

// Adds what is wrong to a list of struct proof_finding.
// definitions  struct definition, in the order of the text
// Cost: O(text)
void duties_check(const struct proof_text *text, const struct list *definitions,
                  struct list *findings);

#endif
