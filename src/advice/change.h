// SPDX-License-Identifier: Apache-2.0
// What-if changes to a scenario, said in a few words: "PARTY.reserve=-5".

#ifndef ENTENTE_ADVICE_CHANGE_H
#define ENTENTE_ADVICE_CHANGE_H

#include "bargain/scenario.h"

// Makes one change and gives the changed scenario; the old one stays as it was.
//
//   PARTY.reserve=20        the reserve is 20
//   PARTY.reserve=+5, =-5   the reserve rises or falls by 5; "==-5" sets it to -5
//   PARTY.red_line=none     the party drops its red lines
//   PARTY.red_line=+ISSUE.OPTION, =-ISSUE.OPTION   it draws one more, or drops one
//   PARTY.ISSUE.OPTION=7    its score for the option; +7 and -7 change it
//   ISSUE=OPTION            the option is taken as settled
//   ISSUE=any               no rule excludes one of its options by itself any more
//   not together: ISSUE=OPTION, ISSUE=OPTION   one rule more; likewise "only with" (the first only with
//                           the second) and "exactly one"; "drop " before it takes such a rule away
// Names may be given as they stand or by number from 0. Numbers are in the units of the profiles: decimals
// where the scenario's values are scaled.
//
// Owner:   arena; shares what did not change
// Errors:  MISUSE quoting the change
bool scenario_change(const struct scenario *scenario, struct str change, struct arena *arena,
                     struct scenario *changed, struct error *error) MUST_CHECK;

#endif
