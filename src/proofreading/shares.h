// SPDX-License-Identifier: Apache-2.0
// Parts of a whole that do not make it: shares short of a hundred, totals of tables.

#ifndef ENTENTE_PROOFREADING_SHARES_H
#define ENTENTE_PROOFREADING_SHARES_H

#include "proofreading/proof_text.h"

// Shares in one sentence ("40, 35 and 20 per cent") and the total rows and columns of tables.
// Cost: O(text)
void shares_check(const struct proof_text *text, struct list *findings);

#endif
