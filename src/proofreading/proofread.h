// SPDX-License-Identifier: Apache-2.0
// All checks of one text.

#ifndef ENTENTE_PROOFREADING_PROOFREAD_H
#define ENTENTE_PROOFREADING_PROOFREAD_H

#include "proofreading/proof_text.h"

// 1. in the order of the text
struct proofreading {
    struct proof_text text;
    struct list references; // struct own_reference, in the order of the text
    struct list findings;   // struct proof_finding
};

// Adds what is wrong with a reading beside the base it was made from: references that are worded as they were
// and now lead to another clause, since clauses before it came or went.
//
// Owner: the reading's arena
// Cost:  O(text)
void proofread_beside(const struct proofreading *base, struct proofreading *reading);

// Reads the text and looks for everything that finding.h names.
//
// memory  of texts that were read before, which have most paragraphs in common with this one
// Owner:  arena; borrows the document and the memory
// Errors: those of prose_read; STOPPED, TOO_LARGE by the budget of the limits
// Cost:   O(text)
bool proofread(const struct document *document, struct proof_memory *memory,
               const struct input_limits *limits, struct arena *arena, struct proofreading *proof,
               struct error *error) MUST_CHECK;

#endif
