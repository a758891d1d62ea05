// SPDX-License-Identifier: Apache-2.0
//
// Rows come in falling order of the first column, so that only an earlier row can beat a later one
// and the first column need not be compared again.
#include "frontier/sieve.h"

#include "frontier/boxes.h"

#include <string.h>

#define RANKS_FEW 1024u // ranks of the second column that need not be worth their rows

struct sieve {
    const struct packing *packing;
    uint64_t *slack; // by column, in units; NULL: none
    uint64_t *asked; // a row lowered by the slack
    struct boxes *boxes;
    struct arena *arena;
    bool uses_boxes; // in this run
    bool is_empty;   // nothing was admitted in this run
    uint64_t best;   // two columns: of the second
    int64_t *most;   // three columns: the Fenwick tree, by rank of the second column
    size_t rank_count;
};

struct sieve *sieve_make(const struct packing *packing, const int64_t *slack, struct arena *arena)
{
    struct sieve *sieve = ARENA_NEW(arena, struct sieve);
    sieve->packing = packing;
    sieve->arena = arena_open();
    if (slack) {
        sieve->slack = ARENA_ARRAY(arena, uint64_t, packing->width);
        sieve->asked = ARENA_ARRAY(arena, uint64_t, packing->words);
        for (uint32_t p = 0; p < packing->width; p++)
            sieve->slack[p] = (uint64_t)(slack[p] / packing->unit[p]);
    }
    if (packing->width >= 3)
        sieve->boxes = boxes_make(packing, arena);
    return sieve;
}

void sieve_free(struct sieve *sieve)
{
    boxes_free(sieve->boxes);
    arena_close(sieve->arena);
}

size_t sieve_bytes(const struct sieve *sieve)
{
    return arena_bytes(sieve->arena) + (sieve->boxes ? boxes_bytes(sieve->boxes) : 0);
}

void sieve_start(struct sieve *sieve, size_t count)
{
    const struct packing *packing = sieve->packing;
    sieve->is_empty = true;
    sieve->uses_boxes = packing->width > 3;
    if (packing->width == 3) {
        uint64_t ranks = packing->largest[1] + 1;
        sieve->uses_boxes = ranks > 4 * (uint64_t)count + RANKS_FEW;
        if (!sieve->uses_boxes) {
            if (!sieve->most)
                sieve->most = ARENA_ARRAY(sieve->arena, int64_t, ranks + 1);
            sieve->rank_count = ranks;
            for (size_t r = 0; r <= ranks; r++)
                sieve->most[r] = -1;
        }
    }
    if (sieve->uses_boxes)
        boxes_clear(sieve->boxes);
}

// A row is beaten when an earlier one with a second value as large has a third value as large.
static bool admit_three(struct sieve *sieve, const uint64_t *row, const uint64_t *asked)
{
    const struct packing *packing = sieve->packing;
    size_t top = sieve->rank_count;
    int64_t wanted = (int64_t)packing_field(packing, asked, 2);
    for (size_t r = top - packing_field(packing, asked, 1); r > 0; r -= r & (~r + 1))
        if (sieve->most[r] >= wanted)
            return false;
    int64_t third = (int64_t)packing_field(packing, row, 2);
    for (size_t r = top - packing_field(packing, row, 1); r <= top; r += r & (~r + 1))
        sieve->most[r] = third > sieve->most[r] ? third : sieve->most[r];
    return true;
}

static bool admit_two(struct sieve *sieve, const uint64_t *row, const uint64_t *asked)
{
    if (!sieve->is_empty && sieve->best >= packing_field(sieve->packing, asked, 1))
        return false;
    sieve->best = packing_field(sieve->packing, row, 1);
    return true;
}

static bool admit_any(struct sieve *sieve, const uint64_t *row, const uint64_t *asked)
{
    if (boxes_hold_above(sieve->boxes, asked))
        return false;
    boxes_add(sieve->boxes, row);
    return true;
}

static void lower(struct sieve *sieve, const uint64_t *row)
{
    const struct packing *packing = sieve->packing;
    memset(sieve->asked, 0, packing->words * sizeof *row);
    for (uint32_t p = 0; p < packing->width; p++) {
        uint64_t field = packing_field(packing, row, p);
        if (field > sieve->slack[p])
            sieve->asked[packing->word[p]] += (field - sieve->slack[p]) << packing->shift[p];
    }
}

bool sieve_admits(struct sieve *sieve, const uint64_t *row)
{
    uint32_t width = sieve->packing->width;
    const uint64_t *asked = row;
    bool admits = sieve->is_empty;
    if (sieve->slack) {
        lower(sieve, row);
        asked = sieve->asked;
    }
    if (sieve->uses_boxes)
        admits = admit_any(sieve, row, asked);
    else if (width == 3)
        admits = admit_three(sieve, row, asked);
    else if (width == 2)
        admits = admit_two(sieve, row, asked);
    sieve->is_empty = false;
    return admits;
}
