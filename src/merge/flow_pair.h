// SPDX-License-Identifier: Apache-2.0
// Two flows of tokens that are compared.

#ifndef ENTENTE_MERGE_FLOW_PAIR_H
#define ENTENTE_MERGE_FLOW_PAIR_H

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

#endif
