// SPDX-License-Identifier: Apache-2.0
// A package in a few machine words, compared issue by issue when the words are.

#ifndef ENTENTE_FRONTIER_PACKAGE_KEY_H
#define ENTENTE_FRONTIER_PACKAGE_KEY_H

#include "bargain/diagram.h"

// Issue 0 has the highest bits of the first word. Issues not decided yet are 0.
struct package_keys {
    uint32_t issue_count;
    uint32_t words;       // of a key
    const uint32_t *word; // by issue
    const uint8_t *shift; // by issue
    const uint64_t *mask; // by issue
};

// Owner: arena
struct package_keys package_keys_make(const struct diagram *diagram, struct arena *arena);
void package_key_read(const struct package_keys *keys, const uint64_t *key, uint32_t *package);

static inline void package_key_set(const struct package_keys *keys, uint64_t *key, uint32_t issue,
                                   uint32_t option)
{
    key[keys->word[issue]] |= (uint64_t)option << keys->shift[issue];
}

#endif
