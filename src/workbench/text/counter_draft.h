// SPDX-License-Identifier: Apache-2.0
// A draft in words of its own, laid over the base by what a person said of its points.

#ifndef ENTENTE_WORKBENCH_TEXT_COUNTER_DRAFT_H
#define ENTENTE_WORKBENCH_TEXT_COUNTER_DRAFT_H

#include "base/list.h"
#include "merge/merge.h"

// One point of the base, and one of the counter-draft that answers it; by their names as counterparts has
// them. An empty one: the other stands alone.
struct counter_match {
    struct str point;
    struct str other;
};

// All that the counter-draft says: points of the base that no match names stay as the base has them, points
// of its own that none names are left out.
struct counter_matches {
    const struct counter_match *items;
    uint32_t count;
};

// How the file of a draft is read. Both unset: it is a copy.
struct draft_manner {
    bool is_fragment;                      // some clauses only
    const struct counter_matches *matches; // a counter-draft's; NULL: it is none
};

// Puts the answers in the places of the points and tells how many there are. A point that answers several
// points in a row stands for them together; one that answers others too stands with the first.
//
// draft   of the party; its document is replaced by the whole
// notes   struct merge_note, in the arena
// Errors: BAD_INPUT for a match of points that do not exist; as those of point_answers_lay
bool counter_draft_make_whole(const struct document *base, const struct counter_matches *matches,
                              struct party_draft *draft, struct arena *arena, struct list *notes,
                              const struct laid_points **points, struct error *error) MUST_CHECK;

#endif
