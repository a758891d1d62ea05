// SPDX-License-Identifier: Apache-2.0
// Which points of a stream that falls no earlier one beats: one filter for any number of columns.

#ifndef ENTENTE_FRONTIER_DOMINANCE_FILTER_H
#define ENTENTE_FRONTIER_DOMINANCE_FILTER_H

#include "frontier/packing.h"

struct dominance_filter;

// slack   by column in values, NULL: none. A row is left out already when a kept one comes within
//         the slack of it in every column: each row has a kept one that is worse by no more than it
// Owner:  arena owns the handle; dominance_filter_free gives back what it has grown to
struct dominance_filter *dominance_filter_make(const struct packing *packing, const int64_t *slack,
                                               struct arena *arena);
void dominance_filter_free(struct dominance_filter *filter);

// Starts over; at most `count` rows of this level will come.
void dominance_filter_start(struct dominance_filter *filter, uint32_t level, size_t count);
// Whether the row is to be kept. Rows come in falling lexicographic order, all different.
//
// Cost:    1 and 2 columns: O(1); 3: O(log n), a Fenwick tree of maxima; 4: O(1) and what a kept
//          row lifts, where a map is worth it; else, and from 5 on, a tree of boxes;
//          5: below maps of slabs where those are worth it
// Source:  Kung, Luccio and Preparata 1975 for the sweep; Klamroth, Lang and Stiglmayr 2022 for
//          filters of Minkowski sums; Jaszkiewicz and Lust 2018 for trees of boxes
bool dominance_filter_admits(struct dominance_filter *filter, const uint64_t *row);
// Looks into groups of points since the filter was made.
uint64_t dominance_filter_visits(const struct dominance_filter *filter);
size_t dominance_filter_bytes(const struct dominance_filter *filter);

#endif
