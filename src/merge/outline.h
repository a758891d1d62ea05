// SPDX-License-Identifier: Apache-2.0
// Where a point stands: its label path, its cell, its story.

#ifndef ENTENTE_MERGE_OUTLINE_H
#define ENTENTE_MERGE_OUTLINE_H

#include "merge/sheet.h"

struct outline;

// document: the base; its name without the ending is the first part of every path.
struct outline *outline_make(struct arena *arena, const struct document *base);

// Fills in path, cell and story of a point from its label, kind and level and from where its
// paragraph stands in its document. Points must come in the order of the text: the points before
// say under what this one hangs. A point that is not the base's has no number yet: it is "new",
// and a heading as deep as the headings around it.
void outline_place(struct outline *outline, const struct document *document, uint32_t paragraph,
                   struct point *point);

#endif
