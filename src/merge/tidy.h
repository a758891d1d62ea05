// SPDX-License-Identifier: Apache-2.0
// Turns the fewest edits into edits that a person would have marked.

#ifndef ENTENTE_MERGE_TIDY_H
#define ENTENTE_MERGE_TIDY_H

#include "merge/diff.h"
#include "text/tokens.h"

// Two flows that are compared; positions of edits count from the start of each.
struct flow_pair {
    const struct tokens *base;
    const struct tokens *draft;
    const struct text_token *base_tokens; // the flow's own
    const struct text_token *draft_tokens;
    const uint32_t *base_ids; // what the diff compared
    const uint32_t *draft_ids;
    uint32_t base_count;
    uint32_t draft_count;
};

// 1. Edits with only crumbs of equal text between them become one phrase, never across the end of
//    a sentence or paragraph.
// 2. Pure insertions and deletions that could stand in several places stand where a paragraph,
//    sentence or clause begins.
// 3. Where white space came or went between equal words, the second of them counts as edited.
// Cost: O(edits + tokens)
void tidy_edits(const struct flow_pair *pair, struct list *edits);

#endif
