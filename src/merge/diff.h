// SPDX-License-Identifier: Apache-2.0
// What differs between two rows of numbers: few edits, found fast where much is equal.

#ifndef ENTENTE_MERGE_DIFF_H
#define ENTENTE_MERGE_DIFF_H

#include "base/list.h"

// base[base_from, base_to) became draft[draft_from, draft_to); at least one of them is not empty.
struct edit {
    uint32_t base_from;
    uint32_t base_to;
    uint32_t draft_from;
    uint32_t draft_to;
};

struct ids {
    const uint32_t *items;
    uint32_t count;
};

// A stretch that is equal in both, found without looking at their order.
struct run {
    uint32_t base;
    uint32_t draft;
    uint32_t count;
};

// Adds the edits that turn base into draft, in order; between any two stands at least one equal
// number. `boundary` is a number at which a region that is too costly may be cut (the paragraph
// mark), so that it degrades to one edit a paragraph.
//
// Cost:   O(N log N + sum of N D over the regions between anchors), D capped
// Source: unique anchors after Cohen's patience diff, taken over groups of words (Heckel 1978 for
//         uniqueness); heaviest increasing subsequence; Myers 1986, "An O(ND) Difference
//         Algorithm", section 4, in each region
void diff_ids(struct ids base, struct ids draft, uint32_t boundary, struct list *edits);

// The stretches of equal numbers that stand once in each row but in another order: what the
// anchors above had to leave out. In the order of the base.
void diff_displaced(struct ids base, struct ids draft, struct list *runs);

#endif
