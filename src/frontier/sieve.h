// SPDX-License-Identifier: Apache-2.0
// Which points of a stream that falls no earlier one beats: one filter for any number of columns.

#ifndef ENTENTE_FRONTIER_SIEVE_H
#define ENTENTE_FRONTIER_SIEVE_H

#include "frontier/packing.h"

struct sieve;

// slack   by column in worths, NULL: none. A row is left out already when a kept one comes within
//         the slack of it in every column: each row has a kept one that is worse by no more than it
// Owner:  arena owns the handle; sieve_free gives back what it has grown to
struct sieve *sieve_make(const struct packing *packing, const int64_t *slack, struct arena *arena);
void sieve_free(struct sieve *sieve);

// Starts over; at most `count` rows will come.
void sieve_start(struct sieve *sieve, size_t count);
// Whether the row is to be kept. Rows come in falling lexicographic order, all different.
//
// Cost:    1 and 2 columns: O(1); 3: O(log n), a Fenwick tree of maxima; from 4 on a tree of boxes
// Source:  Kung, Luccio and Preparata 1975 for the sweep; Klamroth, Lang and Stiglmayr 2022 for
//          filters of Minkowski sums; Jaszkiewicz and Lust 2018 for trees of boxes
bool sieve_admits(struct sieve *sieve, const uint64_t *row);
size_t sieve_bytes(const struct sieve *sieve);

#endif
