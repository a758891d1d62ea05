// SPDX-License-Identifier: Apache-2.0
// Which table, row or cell of the draft stands for which of the base, and which paragraphs moved.

#ifndef ENTENTE_MERGE_PAIRING_H
#define ENTENTE_MERGE_PAIRING_H

#include "base/list.h"
#include "merge/relocation.h"
#include "merge/rows.h"
#include "text/tokens.h"

// The ids that a flow's diff compares; a working copy of the tokens' own ids.
struct working_flow {
    const struct tokens *tokens;
    const struct text_token *items;
    uint32_t *ids;
    uint32_t count;
    enum block_kind container;
};

// Gives changed blocks that stand for each other one new id on both sides, from *next_id down.
// Blocks are paired in order, by the words they share. Cost: O(B D words) for B and D changed
// blocks, in order only when that is too much.
void pair_blocks(struct working_flow *base, struct working_flow *draft, uint32_t *next_id);

// Finds paragraphs that stand elsewhere in the draft, with the same or nearly the same words, and
// gives all their tokens ids that match nothing. Adds them to `relocations` (struct relocation),
// in the order of the base. The anchors that are not chained say where to look.
void part_relocated(struct working_flow *base, struct working_flow *draft,
                    const struct anchors *anchors, uint32_t flow, uint32_t *next_id,
                    struct list *relocations);

// Adds the ids of the words of a block, and of the blocks in it.
void block_words(const struct tokens *tokens, uint32_t block, struct list *ids);

// Words shared by two stretches, in thousandths of the longer one's.
uint32_t similarity_of(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count);

#endif
