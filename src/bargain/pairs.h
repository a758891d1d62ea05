// SPDX-License-Identifier: Apache-2.0
// Counts pairs of rows whose sum reaches a floor.

#ifndef ENTENTE_BARGAIN_PAIRS_H
#define ENTENTE_BARGAIN_PAIRS_H

#include "bargain/wide.h"
#include "base/budget.h"

// Rows with multiplicities; the pair counter puts them into an order of its own.
struct weighted_rows {
    int64_t *rows;
    uint64_t *ways; // `words` each, lowest first
    size_t words;
    size_t count;
};

// The rows of one side, in boxes within boxes.
struct box_tree;

// Owner:   arena; the rows are put into another order and must live as long
// Cost:    O(n log n)
struct box_tree *pairs_tree(struct weighted_rows rows, uint32_t width, struct arena *arena);

// Adds to *sum the number of pairs (one of a, one of b, multiplicities multiplied) whose rows add
// up to at least floor in every column. The multiplicities of each side must add up to its words,
// all products to the words of the sum.
//
// Result:  false when the budget ran out: then the sum is a lower bound
// Cost:    O(pairs of boxes that the floor cuts through)
bool pairs_count(const struct box_tree *a, const struct box_tree *b, const int64_t *floor,
                 struct budget *budget, uint64_t *sum, size_t words);

#endif
