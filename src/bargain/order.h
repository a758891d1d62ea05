// SPDX-License-Identifier: Apache-2.0
// In which order the issues are decided.

#ifndef ENTENTE_BARGAIN_ORDER_H
#define ENTENTE_BARGAIN_ORDER_H

#include "bargain/clauses.h"

// An order that keeps few clauses open at a time: issues under clauses first, one component after
// another, then the free ones.
//
// Result:  issue numbers, one for each position
// Owner:   arena
// Cost:    O(issues^2 + literals)
uint32_t *order_find(const struct scenario *scenario, struct clauses clauses, struct arena *arena);

#endif
