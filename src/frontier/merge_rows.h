// SPDX-License-Identifier: Apache-2.0
// Merges sorted lists of packed rows, each shifted by a row, into one sorted stream.

#ifndef ENTENTE_FRONTIER_MERGE_ROWS_H
#define ENTENTE_FRONTIER_MERGE_ROWS_H

#include "frontier/table.h"

// Records [next, end) of a table, whose rows fall lexicographically, with `shift` added to each.
struct stream {
    const struct table *table; // a record begins with its row
    const uint64_t *shift;
    size_t next;
    size_t end;
};

// A heap of streams by their head rows.
// heads[s * words …] is the shifted row at the head of stream s.
struct row_merge {
    struct stream *streams;
    uint64_t *heads;
    uint32_t *order;
    size_t count;
    uint32_t words; // of a row
};

// Owner: arena; streams[0..count) are used and moved on.
struct row_merge row_merge_make(struct stream *streams, uint32_t count, uint32_t words,
                                struct arena *arena);
// The stream whose head is the largest row left, or UINT32_MAX when all are empty. Its row is
// heads + s * words; row_merge_pop then goes on to the next.
uint32_t row_merge_top(const struct row_merge *merge);
void row_merge_pop(struct row_merge *merge);

#endif
