// SPDX-License-Identifier: Apache-2.0
// Defined terms, held against how the text uses them.

#ifndef ENTENTE_PROOFREADING_TERMS_H
#define ENTENTE_PROOFREADING_TERMS_H

#include "proofreading/proof_text.h"

// Defined twice, defined and not used, nearly defined ("Closing date"), used as if it were defined.
// A text with fewer than TERMS_LEAST definitions is not held to any.
// definitions  struct definition, in the order of the text
// Cost: O(text)
void terms_check(const struct proof_text *text, const struct list *definitions,
                 struct list *findings);

#define TERMS_LEAST 3

#endif
