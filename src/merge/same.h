// SPDX-License-Identifier: Apache-2.0
// Stretches that a draft has to the byte as the base has them.

#ifndef ENTENTE_MERGE_SAME_H
#define ENTENTE_MERGE_SAME_H

#include "base/list.h"
#include "text/tokens.h"

// Base tokens [base_from, base_to) of one flow. In the draft the same tokens stand behind one another
// with the same bytes, white space and typed labels between them; of what stands before the first and
// behind the last nothing is said.
struct same_stretch {
    uint32_t base_from;
    uint32_t base_to;
    bool
        looks_same; // no format of words or paragraphs differs there, and nobody asks what was kept
};

// What a draft kept: base tokens [from, to) of a flow, and where the first of them stands in the
// draft's flow. Both count from the start of the flow.
struct kept_tokens {
    const struct tokens *base;
    const struct tokens *draft;
    const struct text_token *base_items; // the flow's own
    const struct text_token *draft_items;
    uint32_t from;
    uint32_t to;
    uint32_t draft_from;
};

// Adds the stretches of tokens that were kept, in their order. Drafts of another form than the base
// have none.
// Cost: O(bytes), and log(tokens) times the bytes around what is set otherwise
void same_add(const struct kept_tokens *kept, struct list *stretches);

#endif
