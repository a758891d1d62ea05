// SPDX-License-Identifier: Apache-2.0
#include "frontier/merge_rows.h"

int row_compare(const int64_t *a, const int64_t *b, uint32_t width)
{
    for (uint32_t p = 0; p < width; p++)
        if (a[p] != b[p])
            return a[p] < b[p] ? -1 : 1;
    return 0;
}

static void load_head(struct row_merge *merge, uint32_t s)
{
    const struct stream *stream = &merge->streams[s];
    const int64_t *row = stream->rows + stream->next * merge->width;
    int64_t *head = merge->heads + (size_t)s * merge->width;
    for (uint32_t p = 0; p < merge->width; p++)
        head[p] = row[p] + stream->shift[p];
}

static bool is_larger(const struct row_merge *merge, size_t a, size_t b)
{
    return row_compare(merge->heads + (size_t)merge->order[a] * merge->width,
                       merge->heads + (size_t)merge->order[b] * merge->width, merge->width) > 0;
}

static void sift_down(struct row_merge *merge, size_t at)
{
    for (;;) {
        size_t child = 2 * at + 1;
        if (child >= merge->count)
            return;
        if (child + 1 < merge->count && is_larger(merge, child + 1, child))
            child++;
        if (!is_larger(merge, child, at))
            return;
        uint32_t swap = merge->order[at];
        merge->order[at] = merge->order[child];
        merge->order[child] = swap;
        at = child;
    }
}

struct row_merge row_merge_make(struct stream *streams, uint32_t count, uint32_t width,
                                struct arena *arena)
{
    struct row_merge merge = {streams, ARENA_ARRAY(arena, int64_t, (size_t)count * width),
                              ARENA_ARRAY(arena, uint32_t, count), 0, width};
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
    sift_down(merge, 0);
}
