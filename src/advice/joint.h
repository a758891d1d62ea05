// SPDX-License-Identifier: Apache-2.0
// Two scenarios over the same issues as one, to count the packages that suit both.

#ifndef ENTENTE_ADVICE_JOINT_H
#define ENTENTE_ADVICE_JOINT_H

#include "bargain/scenario.h"

// Puts the issues of `new` into the order of `old`, its parties likewise, and gives both scenarios the
// union of all options by name; an option that a side does not have is excluded there by a rule.
//
// Result:  false when the issues differ by name or parties do not match; then nothing is written
// Owner:   arena
bool joint_align(const struct scenario *old, const struct scenario *new, struct arena *arena,
                 struct scenario *old_aligned, struct scenario *new_aligned);

// The scenario whose parties are those of both sides and whose rules are the rules of both: the old
// parties, then those of the new ones whose values changed; the others are one party with the higher
// of both reserves and the red lines of both. Both must be aligned. Time links are left out.
struct scenario joint_make(const struct scenario *old, const struct scenario *new,
                           struct arena *arena);

#endif
