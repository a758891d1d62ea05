// SPDX-License-Identifier: Apache-2.0
// A growing tree of boxes around points, asked whether some point is as good as another everywhere.

#ifndef ENTENTE_FRONTIER_BOXES_H
#define ENTENTE_FRONTIER_BOXES_H

#include "frontier/packing.h"

// Holds rows, whose first column is left out of all comparisons.
struct boxes;

// For rows of two columns and more.
// Owner: arena owns the handle; boxes_free gives back what the tree has grown to
struct boxes *boxes_make(const struct packing *packing, struct arena *arena);
void boxes_free(struct boxes *boxes);
// Forgets all points.
void boxes_clear(struct boxes *boxes);

// Whether a point of the tree is at least the row in every column but the first.
// Cost: about O(log n) when one is, more when none is; grows fast with the number of columns
bool boxes_hold_above(struct boxes *boxes, const uint64_t *row);
// Cost: O(log n)
void boxes_add(struct boxes *boxes, const uint64_t *row);
size_t boxes_bytes(const struct boxes *boxes);

#endif
