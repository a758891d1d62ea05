// SPDX-License-Identifier: Apache-2.0
// What differs between two rows of numbers: few edits, found fast where much is equal.

#ifndef ENTENTE_MERGE_DIFF_H
#define ENTENTE_MERGE_DIFF_H

#include "base/list.h"
#include "merge/rows.h"

// A row made ready for diff_anchors, once for all drafts. Owner: arena; the row is borrowed.
struct anchor_index;
struct anchor_index *diff_index(struct ids base, struct arena *arena);

// base   the row of the index; some of its numbers may have been changed since
// Cost: O(N + R log R) for R stretches
// Source: unique anchors after Cohen's patience diff, taken over groups of words (Heckel 1978 for
//         uniqueness); heaviest increasing subsequence
struct anchors diff_anchors(const struct anchor_index *index, struct ids base, struct ids draft,
                            struct arena *arena);

// Adds the edits that turn base into draft, in order; between any two stands at least one equal
// number. `boundary` is a number at which a region that is too costly may be cut (the paragraph
// mark), so that it degrades to one edit a paragraph.
//
// anchors  of the same two rows; numbers in stretches that are not chained may have been changed
//          since
// Cost:    the sum of N D over the regions between anchors, D capped
// Source:  Myers 1986, "An O(ND) Difference Algorithm", section 4, in each region
void diff_ids(struct ids base, struct ids draft, const struct anchors *anchors, uint32_t boundary,
              struct list *edits);

#endif
