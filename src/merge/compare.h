// SPDX-License-Identifier: Apache-2.0
// One draft against the base: which flow stands for which, and what was edited in each.

#ifndef ENTENTE_MERGE_COMPARE_H
#define ENTENTE_MERGE_COMPARE_H

#include "base/budget.h"
#include "merge/diff.h"
#include "text/tokens.h"

// A paragraph (or several that follow one another) that stands elsewhere in the draft. Positions
// count tokens from the start of the flow.
struct relocation {
    uint32_t flow; // of the base
    uint32_t base_from;
    uint32_t base_to;
    uint32_t draft_from;
    uint32_t draft_to;
    uint32_t words;
    uint32_t shared; // tokens that both stretches have
};

// The edits of one base flow: edits[first .. first + count), in order, positions counting from the
// start of the flow. Edits may touch only where a relocation parts them.
struct flow_edits {
    uint32_t draft_flow; // NO_INDEX: the draft has no counterpart, and nothing is said of the flow
    bool is_left_out;    // … unless this says that the draft takes the whole flow out
    uint32_t first;
    uint32_t count;
};

struct comparison {
    const struct tokens *base;
    const struct tokens *draft;
    struct flow_edits *flows; // one a flow of the base
    const struct edit *edits;
    const struct relocation *relocations;
    uint32_t relocation_count;
    uint32_t shared; // tokens of the base that the draft kept, where they were or elsewhere
};

// The base, made ready to be compared with many drafts.
struct compare_base {
    const struct tokens *tokens;
    struct anchor_index *const *indexes; // one a flow
};

// Owner: arena; the tokens are borrowed. Cost: O(N)
struct compare_base compare_base_make(const struct tokens *tokens, struct arena *arena);

// Cost: O(N log N + edits), see diff.h
bool compare_draft(const struct compare_base *base, const struct tokens *draft, bool keep_last_mark,
                   struct budget *budget, struct arena *arena, struct comparison *comparison,
                   struct error *error) MUST_CHECK;

#endif
