// SPDX-License-Identifier: Apache-2.0
// What is found in a merged text: in each of its readings, and in combinations of its open wordings.

#ifndef ENTENTE_WORKBENCH_TEXT_PROOF_MERGED_H
#define ENTENTE_WORKBENCH_TEXT_PROOF_MERGED_H

#include "workbench/text/proof_rows.h"

// Result: rows->told, and in the answer all but the list and the title
// Owner:  arena; borrows the sheet, which outlives it
// Errors: those of proof_choice_read and proof_combined
bool proof_merged(const struct sheet *sheet, const struct input_limits *limits, struct arena *arena,
                  struct proofread_answer *answer, struct proof_rows *rows,
                  struct error *error) MUST_CHECK;

#endif
