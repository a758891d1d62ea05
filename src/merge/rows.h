// SPDX-License-Identifier: Apache-2.0
// Rows of numbers, and what two of them have in common or apart.

#ifndef ENTENTE_MERGE_ROWS_H
#define ENTENTE_MERGE_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// base[base_from, base_to) became draft[draft_from, draft_to); at least one of them is not empty.
struct edit {
    uint32_t base_from;
    uint32_t base_to;
    uint32_t draft_from;
    uint32_t draft_to;
};

struct ids {
    const uint32_t *items;
    uint32_t count;
};

// A stretch that is equal in both, found without looking at their order.
struct match {
    uint32_t base;
    uint32_t draft;
    uint32_t count;
};

// The stretches that stand once in each of two rows, in the order of the base; `chained` marks
// those of the heaviest chain that rises in both, the others stand in another order.
struct anchors {
    const struct match *matches;
    const bool *chained;
    size_t count;
};

#endif
