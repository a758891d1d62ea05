// SPDX-License-Identifier: Apache-2.0
// A growing tree of boxes around points, asked whether some point is as good as another everywhere.

#ifndef ENTENTE_FRONTIER_BOX_INDEX_H
#define ENTENTE_FRONTIER_BOX_INDEX_H

#include "frontier/packing.h"

// Holds rows, whose first column is left out of all comparisons.
struct box_index;

// For rows of two columns and more.
// Owner: arena owns the handle; box_index_free gives back what the tree has grown to
struct box_index *box_index_make(const struct packing *packing, struct arena *arena);
void box_index_free(struct box_index *boxes);
// Forgets all points.
void box_index_clear(struct box_index *boxes);

// Whether a point of the tree is at least the row in every column but the first.
// Cost: about O(log n) when one is, more when none is; grows fast with the number of columns
bool box_index_hold_above(struct box_index *boxes, const uint64_t *row);
// Cost: O(log n)
void box_index_add(struct box_index *boxes, const uint64_t *row);
// The groups that were looked into since the index was made.
uint64_t box_index_visits(const struct box_index *boxes);
size_t box_index_bytes(const struct box_index *boxes);

#endif
