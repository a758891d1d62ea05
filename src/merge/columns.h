// SPDX-License-Identifier: Apache-2.0
// Which column of a draft's table stands for which of the base's.

#ifndef ENTENTE_MERGE_COLUMNS_H
#define ENTENTE_MERGE_COLUMNS_H

#include "base/list.h"
#include "text/tokens.h"

// Two rows that stand for each other: their blocks.
struct row_pair {
    uint32_t base;
    uint32_t draft;
};

// draft_of[c] is the draft's column for column c of the base, NO_INDEX when the draft has none; said
// of rows with these numbers of cells.
struct column_pairs {
    uint32_t base_count;
    uint32_t draft_count;
    const uint32_t *draft_of;
};

// Pairs the columns in order by the words that their cells share over all rows, and by what stands in
// them (words, numbers, dates) where they share none.
// Result: false when columns stand for each other as they are: as many, none of them elsewhere
// Cost:   O(rows columns² words), with a cap on the rows that are looked at
bool columns_pair(const struct tokens *base, const struct tokens *draft,
                  const struct row_pair *rows, size_t row_count, struct arena *arena,
                  struct column_pairs *pairs);

#endif
