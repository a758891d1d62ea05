// SPDX-License-Identifier: Apache-2.0
// A outcome in a few machine words, compared issue by issue when the words are.

#ifndef ENTENTE_FRONTIER_OUTCOME_KEY_H
#define ENTENTE_FRONTIER_OUTCOME_KEY_H

#include "bargain/diagram.h"

// Issue 0 has the highest bits of the first word. Issues not decided yet are 0.
struct outcome_keys {
    uint32_t issue_count;
    uint32_t words;       // of a key
    const uint32_t *word; // by issue
    const uint8_t *shift; // by issue
    const uint64_t *mask; // by issue
};

// Owner: arena
struct outcome_keys outcome_keys_make(const struct diagram *diagram, struct arena *arena);
void outcome_key_read(const struct outcome_keys *keys, const uint64_t *key, uint32_t *outcome);

static inline void outcome_key_set(const struct outcome_keys *keys, uint64_t *key, uint32_t issue,
                                   uint32_t option)
{
    key[keys->word[issue]] |= (uint64_t)option << keys->shift[issue];
}

#endif
