// SPDX-License-Identifier: Apache-2.0
// Finds the paragraph that some words come from: one that is the same, or the one with most of them.

#ifndef ENTENTE_MERGE_PARAGRAPH_INDEX_H
#define ENTENTE_MERGE_PARAGRAPH_INDEX_H

#include "merge/rows.h"
#include "text/tokens.h"

// The words, numbers and punctuation of each paragraph of a document, in its order.
struct paragraph_ids {
    const struct tokens *tokens;
    const uint32_t *ids;
    const uint32_t *items;  // indices into tokens.items
    const uint32_t *starts; // by paragraph, and one more: places in the two above
};

struct paragraph_ids paragraph_ids_of(const struct tokens *tokens, struct arena *arena);

static inline uint32_t paragraph_id_count(const struct paragraph_ids *ids, uint32_t paragraph)
{
    return ids->starts[paragraph + 1] - ids->starts[paragraph];
}

// One word of a paragraph.
static inline const struct text_token *paragraph_item(const struct paragraph_ids *ids,
                                                      uint32_t paragraph, uint32_t place)
{
    return &ids->tokens->items[ids->items[ids->starts[paragraph] + place]];
}

// All words of a paragraph.
static inline struct ids paragraph_row(const struct paragraph_ids *ids, uint32_t paragraph)
{
    return (struct ids){ids->ids + ids->starts[paragraph], paragraph_id_count(ids, paragraph)};
}

struct paragraph_index;

// Owner: arena. Cost: O(words)
const struct paragraph_index *paragraph_index_make(const struct paragraph_ids *ids,
                                                   struct arena *arena);

// The paragraph that is the same: of several the first from `from` on, else the last before it.
// NO_INDEX: none.
uint32_t paragraph_index_same(const struct paragraph_index *index, const uint32_t *ids,
                              uint32_t count, uint32_t from);
// The paragraph that has most of the groups of three words, if it has half of them or more; of several
// the first
// from `from` on. NO_INDEX: none.
// Cost: O(words), times the few places that a group may have
uint32_t paragraph_index_like(const struct paragraph_index *index, const uint32_t *ids,
                              uint32_t count, uint32_t from);

#endif
