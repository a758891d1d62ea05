// SPDX-License-Identifier: Apache-2.0
// A table of contents against the headings.

#ifndef ENTENTE_PROOFREADING_CONTENTS_H
#define ENTENTE_PROOFREADING_CONTENTS_H

#include "proofreading/proof_text.h"

// Adds what is wrong to a list of struct proof_finding.
// Cost: O(text)
void contents_check(const struct proof_text *text, struct list *findings);

#endif
