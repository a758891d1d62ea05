// SPDX-License-Identifier: Apache-2.0
// What only some combinations of the open wordings bring about, with the smallest sets of wordings that do.

#ifndef ENTENTE_WORKBENCH_TEXT_PROOF_COMBINED_H
#define ENTENTE_WORKBENCH_TEXT_PROOF_COMBINED_H

#include "workbench/text/proof_rows.h"

// Tells the rows which wordings cause them, and adds those that no reading has.
// rows      of all readings of the sheet
// readings  the base and the parties' drafts, as they were read
// Errors: those of proof_choice_read
// Cost:   O(text) for each text that is read; no more than COMBINED_BYTES are, or COMBINED_TEXTS texts
bool proof_combined(const struct proof_places *places, const struct input_limits *limits,
                    const struct proof_choice *readings, struct proof_rows *rows,
                    struct proofread_answer *answer, struct error *error) MUST_CHECK;

// The search alone: what each of rows->identities rests on. first: by identity, struct told_finding of what
// no reading has.
bool proof_combined_search(const struct proof_places *places, const struct input_limits *limits,
                           const struct proof_choice *readings, struct proof_rows *rows,
                           struct list *first, struct combination_search **search,
                           struct error *error) MUST_CHECK;

#define COMBINED_BYTES ((size_t)16 << 20)
#define COMBINED_SPARED                                                                            \
    8 // texts: what is too long to be read as often as that twice is read COMBINED_TEXTS times
#define COMBINED_TEXTS 2

#endif
