// SPDX-License-Identifier: Apache-2.0
// Numbers and dates that a text says twice, and days that no calendar has.

#ifndef ENTENTE_PROOFREADING_FIGURES_H
#define ENTENTE_PROOFREADING_FIGURES_H

#include "proofreading/proof_text.h"

// Word against figure ("thirty (20)"), weekday against date, impossible days.
// Cost: O(text)
void figures_check(const struct proof_text *text, struct list *findings);

#endif
