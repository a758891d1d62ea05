// SPDX-License-Identifier: Apache-2.0
//
// Rows come in falling order of the first column, so that only an earlier row can beat a later one
// and the first column need not be compared again.
#include "frontier/dominance_filter.h"

#include "frontier/box_index.h"
#include "frontier/height_map.h"

#include <string.h>

#define RANKS_FEW 1024u // ranks of the second column that need not be worth their rows

struct dominance_filter {
    const struct packing *packing;
    uint64_t *slack; // by column, in units; NULL: none
    uint64_t *asked; // a row lowered by the slack
    struct box_index *boxes;
    struct height_map *map;                // four columns and five
    struct box_index *slabs[HEIGHT_SLABS]; // five columns: the points by slab of the map
    struct arena *arena;
    bool uses_boxes; // in this run
    bool uses_map;
    bool is_empty; // nothing was admitted in this run
    uint64_t best; // two columns: of the second
    int64_t *most; // three columns: the Fenwick tree, by rank of the second column
    size_t rank_count;
};

struct dominance_filter *dominance_filter_make(const struct packing *packing, const int64_t *slack,
                                               struct arena *arena)
{
    struct dominance_filter *filter = ARENA_NEW(arena, struct dominance_filter);
    filter->packing = packing;
    filter->arena = arena_open();
    if (slack) {
        filter->slack = ARENA_ARRAY(arena, uint64_t, packing->width);
        filter->asked = ARENA_ARRAY(arena, uint64_t, packing->words);
        for (uint32_t p = 0; p < packing->width; p++)
            filter->slack[p] = (uint64_t)(slack[p] / packing->unit[p]);
    }
    if (packing->width >= 3)
        filter->boxes = box_index_make(packing, arena);
    if (packing->width == 4 || packing->width == 5)
        filter->map = height_map_make(packing, arena);
    return filter;
}

void dominance_filter_free(struct dominance_filter *filter)
{
    box_index_free(filter->boxes);
    for (uint32_t s = 0; s < HEIGHT_SLABS; s++)
        box_index_free(filter->slabs[s]);
    height_map_free(filter->map);
    arena_close(filter->arena);
}

uint64_t dominance_filter_visits(const struct dominance_filter *filter)
{
    uint64_t visits = filter->boxes ? box_index_visits(filter->boxes) : 0;
    for (uint32_t s = 0; s < HEIGHT_SLABS; s++)
        visits += filter->slabs[s] ? box_index_visits(filter->slabs[s]) : 0;
    return visits;
}

static size_t boxes_bytes(const struct box_index *boxes)
{
    return boxes ? box_index_bytes(boxes) : 0;
}

size_t dominance_filter_bytes(const struct dominance_filter *filter)
{
    size_t bytes = arena_bytes(filter->arena) + boxes_bytes(filter->boxes);
    for (uint32_t s = 0; s < HEIGHT_SLABS; s++)
        bytes += boxes_bytes(filter->slabs[s]);
    return bytes + (filter->map ? height_map_bytes(filter->map) : 0);
}

void dominance_filter_start(struct dominance_filter *filter, uint32_t level, size_t count)
{
    const struct packing *packing = filter->packing;
    filter->is_empty = true;
    filter->uses_map = filter->map && height_map_start(filter->map, level, count);
    filter->uses_boxes = packing->width > 3 && !filter->uses_map;
    if (packing->width == 3) {
        uint64_t ranks = packing->largest[1] + 1;
        filter->uses_boxes = ranks > 4 * (uint64_t)count + RANKS_FEW;
        if (!filter->uses_boxes) {
            if (!filter->most)
                filter->most = ARENA_ARRAY(filter->arena, int64_t, ranks + 1);
            filter->rank_count = ranks;
            for (size_t r = 0; r <= ranks; r++)
                filter->most[r] = -1;
        }
    }
    if (filter->uses_boxes)
        box_index_clear(filter->boxes);
    for (uint32_t s = 0; s < HEIGHT_SLABS && filter->uses_map; s++)
        if (filter->slabs[s])
            box_index_clear(filter->slabs[s]);
}

// A row is beaten when an earlier one with a second value as large has a third value as large.
static bool admit_three(struct dominance_filter *filter, const uint64_t *row, const uint64_t *asked)
{
    const struct packing *packing = filter->packing;
    size_t top = filter->rank_count;
    int64_t wanted = (int64_t)packing_field(packing, asked, 2);
    for (size_t r = top - packing_field(packing, asked, 1); r > 0; r -= r & (~r + 1))
        if (filter->most[r] >= wanted)
            return false;
    int64_t third = (int64_t)packing_field(packing, row, 2);
    for (size_t r = top - packing_field(packing, row, 1); r <= top; r += r & (~r + 1))
        filter->most[r] = third > filter->most[r] ? third : filter->most[r];
    return true;
}

static bool admit_two(struct dominance_filter *filter, const uint64_t *row, const uint64_t *asked)
{
    if (!filter->is_empty && filter->best >= packing_field(filter->packing, asked, 1))
        return false;
    filter->best = packing_field(filter->packing, row, 1);
    return true;
}

static bool admit_any(struct dominance_filter *filter, const uint64_t *row, const uint64_t *asked)
{
    if (box_index_hold_above(filter->boxes, asked))
        return false;
    box_index_add(filter->boxes, row);
    return true;
}

// The points of one slab; of four columns nothing is ever asked of them.
static struct box_index *slab_of(struct dominance_filter *filter, const uint64_t *row)
{
    struct box_index **slab = &filter->slabs[height_map_slab(filter->map, row)];
    if (!*slab)
        *slab = box_index_make(filter->packing, filter->arena);
    return *slab;
}

static bool admit_by_map(struct dominance_filter *filter, const uint64_t *row,
                         const uint64_t *asked)
{
    enum height_answer answer = height_map_ask(filter->map, asked);
    if (answer == HEIGHT_REACHED ||
        (answer == HEIGHT_OPEN && box_index_hold_above(slab_of(filter, asked), asked)))
        return false;
    height_map_add(filter->map, row);
    if (filter->packing->width > 4)
        box_index_add(slab_of(filter, row), row);
    return true;
}

static void lower(struct dominance_filter *filter, const uint64_t *row)
{
    const struct packing *packing = filter->packing;
    memset(filter->asked, 0, packing->words * sizeof *row);
    for (uint32_t p = 0; p < packing->width; p++) {
        uint64_t field = packing_field(packing, row, p);
        if (field > filter->slack[p])
            filter->asked[packing->word[p]] += (field - filter->slack[p]) << packing->shift[p];
    }
}

bool dominance_filter_admits(struct dominance_filter *filter, const uint64_t *row)
{
    uint32_t width = filter->packing->width;
    const uint64_t *asked = row;
    bool admits = filter->is_empty;
    if (filter->slack) {
        lower(filter, row);
        asked = filter->asked;
    }
    if (filter->uses_boxes)
        admits = admit_any(filter, row, asked);
    else if (filter->uses_map)
        admits = admit_by_map(filter, row, asked);
    else if (width == 3)
        admits = admit_three(filter, row, asked);
    else if (width == 2)
        admits = admit_two(filter, row, asked);
    filter->is_empty = false;
    return admits;
}
