// SPDX-License-Identifier: Apache-2.0
// Whether some completion leaves a package unbeaten, where links bind several issues.

#ifndef ENTENTE_UNCERTAIN_VALUES_FAVOUR_H
#define ENTENTE_UNCERTAIN_VALUES_FAVOUR_H

#include "uncertain_values/views.h"

// Searches for such a completion: one is drawn, a package that beats `package` in it is sought, and
// the search goes on with each party in turn that may put the package above that one (or with all
// being equal). So it ends, with a completion or with the proof that there is none.
//
// Result:  TRUTH_OPEN when the budget is spent or the search is too deep
// Cost:    exponential in the number of linked parties at worst
enum truth favour_search(const struct views *views, const uint32_t *package, struct budget *budget);

#endif
