// SPDX-License-Identifier: Apache-2.0
// Some outcome that the rules allow, found in one go: for a search that has to end before it met any.

#ifndef ENTENTE_FRONTIER_PROGRAM_DIVE_H
#define ENTENTE_FRONTIER_PROGRAM_DIVE_H

#include "frontier/blend.h"

// Takes option after option, those first that the mixture has most of, then those that give most;
// what would leave an issue without any is passed over.
//
// mixture  by option: how much of it a relaxation takes, or 0
// Result:  an option of each issue, in `outcome`; false when the way ended in nothing
// Cost:    O(options²) for scenarios of common size; larger ones are gone through without turning back
bool program_dive(const struct choice_program *program, const struct choices_left *all,
                  const struct measures *measures, const double *mixture, uint32_t *outcome);

#endif
