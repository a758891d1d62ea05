// SPDX-License-Identifier: Apache-2.0
// Which of many points are beaten by none: the filter under every Pareto front.

#ifndef ENTENTE_FRONTIER_DOMINANCE_H
#define ENTENTE_FRONTIER_DOMINANCE_H

#include "base/arena.h"

// Marks the points that no other beats (at least as good for everyone, better for one).
//
// points   `count` rows of `width` numbers, all different, in falling lexicographic order; the
//          spread of a column is below 2^63
// slack    by column, or NULL: a row is left out already when a kept one comes within the slack of
//          it in every column; so each row has a kept one that is worse by no more than the slack
// Result:  keep[i] for each row
// Cost:    width 1 and 2: O(n); 3: O(n log n), a Fenwick tree of maxima; from 4 on a tree of boxes
//          over the points in Morton order, close to O(n log n) for up to 6 columns
// Source:  Kung, Luccio and Preparata 1975 for the sweep; Klamroth, Lang and Stiglmayr 2022 for
//          filters of Minkowski sums; Jaszkiewicz and Lust 2018 for trees of boxes
void dominance_filter(const int64_t *points, size_t count, uint32_t width, const int64_t *slack,
                      bool *keep);

#endif
