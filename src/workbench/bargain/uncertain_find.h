// SPDX-License-Identifier: Apache-2.0
// The same question while values are not all known, answered without showing the answer.

#ifndef ENTENTE_WORKBENCH_BARGAIN_UNCERTAIN_FIND_H
#define ENTENTE_WORKBENCH_BARGAIN_UNCERTAIN_FIND_H

#include "answers/uncertain_answer.h"
#include "workbench/bargain/bargain_find.h"

// Whether the request can be answered without exact values; what needs one number for every score is
// refused, not guessed.
//
// Errors:   MISUSE naming what needs exact values
bool uncertain_can_answer(const struct bargain_request *request, struct error *error) MUST_CHECK;

// Answers a scenario with uncertain values: what is acceptable for sure, possibly and never, and which
// question narrows that most.
//
// source    the scenario's name, for errors
// Result:   *answer; is_stopped where the budget did not suffice for all
// Owner:    arena; borrows the scenario's names and statements
// Errors:   those of uncertain_can_answer; BAD_INPUT when no values fit all that is said; MISUSE
//           quoting what is wrong in the draft; STOPPED
bool uncertain_find(const struct bargain_request *request, const struct uncertain *uncertain,
                    struct str source, struct budget *budget, struct arena *arena,
                    struct uncertain_answer *answer, struct error *error) MUST_CHECK;

#endif
