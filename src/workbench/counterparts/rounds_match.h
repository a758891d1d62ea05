// SPDX-License-Identifier: Apache-2.0
// Several rounds of answers: what became of each subject from text to text.

#ifndef ENTENTE_WORKBENCH_COUNTERPARTS_ROUNDS_MATCH_H
#define ENTENTE_WORKBENCH_COUNTERPARTS_ROUNDS_MATCH_H

#include "base/budget.h"
#include "base/error.h"
#include "workbench/counterparts/rival_reading.h"

// Follows each point of the base, and each that a later text brings up, through the texts in their
// order: a text answers the last one before it that speaks of the subject. Fills the reading's
// matches, which say what differs from that one, and what each text brings up itself.
// Errors: STOPPED
bool rounds_match(struct rival_reading *reading, struct budget *budget,
                  struct error *error) MUST_CHECK;

// The order in which matches are listed: by the text that brought the subject up (the base's first) and the
// point of it, then by text, the certain ones first. For list_sort.
int rounds_by_subject(const void *a, const void *b);

#endif
