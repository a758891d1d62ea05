// SPDX-License-Identifier: Apache-2.0
#include "frontier/merge_rows.h"

static void load_head(struct row_merge *merge, uint32_t s)
{
    const struct stream *stream = &merge->streams[s];
    const uint64_t *row = table_at(stream->table, stream->next);
    uint64_t *head = merge->heads + (size_t)s * merge->words;
    for (uint32_t w = 0; w < merge->words; w++)
        head[w] = row[w] + stream->shift[w];
}

static bool is_larger(const struct row_merge *merge, uint32_t a, uint32_t b)
{
    const uint64_t *left = merge->heads + (size_t)a * merge->words;
    const uint64_t *right = merge->heads + (size_t)b * merge->words;
    uint32_t w = 0;
    while (w + 1 < merge->words && left[w] == right[w])
        w++;
    return left[w] > right[w];
}

static void sift_down(struct row_merge *merge, size_t at)
{
    uint32_t moving = merge->order[at];
    for (size_t child = 2 * at + 1; child < merge->count; child = 2 * at + 1) {
        if (child + 1 < merge->count &&
            is_larger(merge, merge->order[child + 1], merge->order[child]))
            child++;
        if (!is_larger(merge, merge->order[child], moving))
            break;
        merge->order[at] = merge->order[child];
        at = child;
    }
    merge->order[at] = moving;
}

struct row_merge row_merge_make(struct stream *streams, uint32_t count, uint32_t words,
                                struct arena *arena)
{
    struct row_merge merge = {streams, ARENA_ARRAY(arena, uint64_t, (size_t)count * words),
                              ARENA_ARRAY(arena, uint32_t, count), 0, words};
    for (uint32_t s = 0; s < count; s++) {
        if (streams[s].next == streams[s].end)
            continue;
        load_head(&merge, s);
        merge.order[merge.count++] = s;
    }
    for (size_t i = merge.count / 2; i > 0; i--)
        sift_down(&merge, i - 1);
    return merge;
}

uint32_t row_merge_top(const struct row_merge *merge)
{
    return merge->count == 0 ? UINT32_MAX : merge->order[0];
}

void row_merge_pop(struct row_merge *merge)
{
    uint32_t s = merge->order[0];
    if (++merge->streams[s].next < merge->streams[s].end)
        load_head(merge, s);
    else
        merge->order[0] = merge->order[--merge->count];
    if (merge->count > 1)
        sift_down(merge, 0);
}
