// SPDX-License-Identifier: Apache-2.0
// Relocated stretches by where they begin, in the base and in the draft.

#ifndef ENTENTE_MERGE_RELOCATION_INDEX_H
#define ENTENTE_MERGE_RELOCATION_INDEX_H

#include "base/arena.h"
#include "merge/relocation.h"
#include "text/document.h"

enum relocation_side { RELOCATED_BASE, RELOCATED_DRAFT };

// One of them on one side; in the order of flow, place and number.
struct relocation_start {
    uint32_t flow;
    uint32_t from;
    uint32_t number; // in the items
};

struct relocation_index {
    const struct relocation *items;
    const struct relocation_start *starts[2]; // by enum relocation_side, `count` of each
    uint32_t count;
};

// The relocations are borrowed. Cost: O(R log R)
struct relocation_index relocation_index_make(const struct relocation *items, size_t count,
                                              struct arena *arena);

// The first that begins at `from` or behind it in the flow; the others follow it in its array.
// NULL when there is none. Cost: O(log R)
const struct relocation_start *relocation_index_find(const struct relocation_index *index,
                                                     enum relocation_side side, uint32_t flow,
                                                     uint32_t from);
// The next one in the flow, or NULL.
const struct relocation_start *relocation_index_next(const struct relocation_index *index,
                                                     enum relocation_side side,
                                                     const struct relocation_start *start);

// The number of the one that is just [from, to) on its side of the flow, or NO_INDEX.
uint32_t relocation_index_exact(const struct relocation_index *index, enum relocation_side side,
                                uint32_t flow, uint32_t from, uint32_t to);

#endif
