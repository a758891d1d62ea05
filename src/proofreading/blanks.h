// SPDX-License-Identifier: Apache-2.0
// What was left to be filled in: blanks, placeholders, notes to draft.

#ifndef ENTENTE_PROOFREADING_BLANKS_H
#define ENTENTE_PROOFREADING_BLANKS_H

#include "proofreading/proof_text.h"

// Cost: O(text)
void blanks_check(const struct proof_text *text, struct list *findings);

#endif
