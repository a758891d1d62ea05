// SPDX-License-Identifier: Apache-2.0
// One draft against the base: which flow stands for which, and what was edited in each.

#ifndef ENTENTE_MERGE_COMPARE_H
#define ENTENTE_MERGE_COMPARE_H

#include "base/budget.h"
#include "merge/diff.h"
#include "merge/point_answers.h"
#include "merge/relocation.h"
#include "merge/same.h"
#include "text/tokens.h"

// The edits of one base flow: edits[first .. first + count), in order, positions counting from the
// start of the flow. Edits may touch only where a relocation, a table or a point parts them.
struct flow_edits {
    uint32_t draft_flow; // NO_INDEX: the draft has no counterpart, and nothing is said of the flow
    bool is_left_out;    // … unless this says that the draft takes the whole flow out
    uint32_t first;
    uint32_t count;
    uint32_t first_same; // stretches kept to the byte: same[first_same .. first_same + same_count)
    uint32_t same_count;
};

struct comparison {
    const struct tokens *base;
    const struct tokens *draft;
    struct flow_edits *flows; // one a flow of the base
    const struct edit *edits;
    const struct same_stretch *same; // those of one flow in order
    const struct relocation *relocations;
    uint32_t relocation_count;
    uint32_t shared;   // tokens of the base that the draft kept, where they were or elsewhere
    bool is_by_points; // each edit of the body is a point as a whole
};

// The base, made ready to be compared with many drafts.
struct compare_base {
    const struct tokens *tokens;
    struct anchor_index *const *indexes; // one a flow
};

// Owner: arena; the tokens are borrowed. Cost: O(N)
struct compare_base compare_base_make(const struct tokens *tokens, struct arena *arena);

// points  of a counter-draft that was laid point by point: no other edit is found in the body; NULL: a copy
// Cost:   O(N log N + edits), see diff.h
bool compare_draft(const struct compare_base *base, const struct tokens *draft,
                   const struct laid_points *points, bool keep_last_mark, struct budget *budget,
                   struct arena *arena, struct comparison *comparison,
                   struct error *error) MUST_CHECK;

#endif
