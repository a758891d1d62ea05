// SPDX-License-Identifier: Apache-2.0
// Rules that a mixture of options breaks, though each of its outcomes keeps them.

#ifndef ENTENTE_FRONTIER_PROGRAM_CUTS_H
#define ENTENTE_FRONTIER_PROGRAM_CUTS_H

#include "frontier/blend.h"

#define CUTS_MOST 2000u // rules that follow from others, in all

// Adds rows for rules that the mixture breaks, the most broken first; `thorough`: also looks for new
// rules that follow from pairs of options: of the options round an odd circle of pairs that
// exclude each other fewer than half are taken (Padberg 1973).
//
// Result:  whether rows were added
bool program_cuts_add(struct choice_program *program, struct blend *blend, const double *mixture,
                      bool thorough);

#endif
