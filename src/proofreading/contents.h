// SPDX-License-Identifier: Apache-2.0
// A table of contents against the headings.

#ifndef ENTENTE_PROOFREADING_CONTENTS_H
#define ENTENTE_PROOFREADING_CONTENTS_H

#include "proofreading/proof_text.h"

// Where the table of contents stands: the lines behind a paragraph "Contents".
// Cost: O(paragraphs)
struct contents_lines contents_lines(const struct document *document);

// Adds what is wrong to a list of struct proof_finding.
// Cost: O(text)
void contents_check(const struct proof_text *text, struct list *findings);

#endif
