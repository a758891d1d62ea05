// SPDX-License-Identifier: Apache-2.0
// Merges sorted lists of points, each shifted by a vector, into one sorted stream.

#ifndef ENTENTE_FRONTIER_MERGE_ROWS_H
#define ENTENTE_FRONTIER_MERGE_ROWS_H

#include "base/arena.h"

// Rows [next, end) of a table in falling lexicographic order, with `shift` added to each.
struct stream {
    const int64_t *rows; // the table
    const int64_t *shift;
    size_t next;
    size_t end;
};

// A heap of streams by their head rows.
// heads[s * width …] is the shifted row at the head of stream s.
struct row_merge {
    struct stream *streams;
    int64_t *heads;
    uint32_t *order;
    size_t count;
    uint32_t width;
};

// Owner: arena; streams[0..count) are used and moved on.
struct row_merge row_merge_make(struct stream *streams, uint32_t count, uint32_t width,
                                struct arena *arena);
// The stream whose head is the largest row left, or UINT32_MAX when all are empty. Its row is
// heads + s * width; row_merge_pop then goes on to the next.
uint32_t row_merge_top(const struct row_merge *merge);
void row_merge_pop(struct row_merge *merge);

// Falling lexicographic order: positive when a comes first.
int row_compare(const int64_t *a, const int64_t *b, uint32_t width);

#endif
