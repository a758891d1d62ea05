// SPDX-License-Identifier: Apache-2.0
// The edits of a counter-draft that was laid point by point.

#ifndef ENTENTE_MERGE_POINT_EDITS_H
#define ENTENTE_MERGE_POINT_EDITS_H

#include "base/list.h"
#include "merge/pairing.h"
#include "merge/point_answers.h"

// Adds an edit for each point whose words differ, and no other: the rest is equal. The mark that ends a
// point in both texts stays out of it; with keep_last_mark the flow's last mark does too.
//
// base, draft  the flows of the bodies
// edits        struct edit
// Cost:        O(tokens of the points + points log N)
void point_edits_find(const struct laid_points *points, const struct working_flow *base,
                      const struct working_flow *draft, bool keep_last_mark, struct list *edits);

#endif
