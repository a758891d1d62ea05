// SPDX-License-Identifier: Apache-2.0
// The answer to a scenario with uncertain values.

#ifndef ENTENTE_WORKBENCH_BARGAIN_UNCERTAIN_ANSWER_H
#define ENTENTE_WORKBENCH_BARGAIN_UNCERTAIN_ANSWER_H

#include "uncertain/values.h"
#include "workbench/answer.h"

#include <entente/bargain.h>

// Answers as entente_bargain does and sets the output. The answer is "no" when no package is even
// possibly acceptable to all.
//
// Errors:  as entente_bargain; MISUSE for options that need exact values
bool uncertain_answer(const struct entente_bargain_options *options,
                      const struct uncertain *uncertain, struct str source, struct budget *budget,
                      struct entente_answer *made, struct error *error) MUST_CHECK;

#endif
