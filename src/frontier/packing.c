// SPDX-License-Identifier: Apache-2.0
#include "frontier/packing.h"

#include "base/checked.h"

// Both columns of a table of rows by level: the least and the most that an arc there gives.
struct level_bounds {
    int64_t *least;
    int64_t *most;
};

static struct level_bounds bounds_of(const struct diagram *diagram, struct arena *arena)
{
    uint32_t width = diagram->party_count;
    size_t cells = (size_t)diagram->level_count * width + 1;
    struct level_bounds bounds = {ARENA_ARRAY(arena, int64_t, cells),
                                  ARENA_ARRAY(arena, int64_t, cells)};
    for (uint32_t level = 0; level < diagram->level_count; level++) {
        uint32_t first = diagram->arc_first[diagram->level_first[level]];
        uint32_t end = diagram->arc_first[diagram->level_first[level + 1]];
        for (uint32_t a = first; a < end; a++)
            for (uint32_t p = 0; p < width; p++) {
                int64_t value = diagram->values[(size_t)diagram->arcs[a].value * width + p];
                int64_t *least = &bounds.least[(size_t)level * width + p];
                int64_t *most = &bounds.most[(size_t)level * width + p];
                *least = a == first || value < *least ? value : *least;
                *most = a == first || value > *most ? value : *most;
            }
    }
    return bounds;
}

// By column: the largest number that divides every difference of values within a level.
static int64_t *units_of(const struct diagram *diagram, const struct level_bounds *bounds,
                         struct arena *arena)
{
    uint32_t width = diagram->party_count;
    int64_t *units = ARENA_ARRAY(arena, int64_t, width);
    for (uint32_t level = 0; level < diagram->level_count; level++)
        for (uint32_t a = diagram->arc_first[diagram->level_first[level]];
             a < diagram->arc_first[diagram->level_first[level + 1]]; a++)
            for (uint32_t p = 0; p < width; p++)
                units[p] = int64_gcd(units[p],
                                     diagram->values[(size_t)diagram->arcs[a].value * width + p] -
                                         bounds->least[(size_t)level * width + p]);
    for (uint32_t p = 0; p < width; p++)
        units[p] = units[p] == 0 ? 1 : units[p];
    return units;
}

// Gives each column its place and sets the guards.
static void place_fields(struct packing *packing, const uint64_t *largest, struct arena *arena)
{
    uint32_t *word = ARENA_ARRAY(arena, uint32_t, packing->width);
    unsigned *shift = ARENA_ARRAY(arena, unsigned, packing->width);
    uint64_t *mask = ARENA_ARRAY(arena, uint64_t, packing->width);
    uint64_t *guards = ARENA_ARRAY(arena, uint64_t, packing->width);
    unsigned room = 64;
    uint32_t last = 0;
    for (uint32_t p = 0; p < packing->width; p++) {
        unsigned bits = 65 - (unsigned)__builtin_clzll(largest[p] | 1); // the guard is one of them
        if (bits > room) {
            last++;
            room = 64;
        }
        room -= bits;
        mask[p] = ((uint64_t)1 << (bits - 1)) - 1;
        word[p] = last;
        shift[p] = room;
        guards[last] |= (uint64_t)1 << (room + bits - 1);
    }
    packing->words = last + 1;
    packing->word = word;
    packing->shift = shift;
    packing->mask = mask;
    packing->guards = guards;
    packing->largest = largest;
}

static const uint64_t *pack_steps(const struct packing *packing, const struct diagram *diagram,
                                  const struct level_bounds *bounds, struct arena *arena)
{
    uint32_t width = packing->width;
    uint32_t rows = 0;
    for (uint32_t a = 0; a < diagram->arc_first[diagram->node_count]; a++)
        rows = diagram->arcs[a].value >= rows ? diagram->arcs[a].value + 1 : rows;
    uint64_t *steps = ARENA_ARRAY(arena, uint64_t, (size_t)rows * packing->words + 1);
    for (uint32_t level = 0; level < diagram->level_count; level++)
        for (uint32_t a = diagram->arc_first[diagram->level_first[level]];
             a < diagram->arc_first[diagram->level_first[level + 1]]; a++) {
            size_t row = diagram->arcs[a].value;
            uint64_t *step = steps + row * packing->words;
            for (uint32_t w = 0; w < packing->words; w++)
                step[w] = 0; // a row of values may belong to several arcs of the level
            for (uint32_t p = 0; p < width; p++) {
                int64_t above =
                    diagram->values[row * width + p] - bounds->least[(size_t)level * width + p];
                step[packing->word[p]] += (uint64_t)(above / packing->unit[p]) << packing->shift[p];
            }
        }
    return steps;
}

struct packing packing_make(const struct diagram *diagram, struct arena *arena)
{
    uint32_t width = diagram->party_count;
    struct arena *work = arena_open();
    struct level_bounds bounds = bounds_of(diagram, work);
    struct packing packing = {.width = width, .unit = units_of(diagram, &bounds, arena)};
    size_t cells = ((size_t)diagram->level_count + 1) * width;
    uint64_t *reach = ARENA_ARRAY(arena, uint64_t, cells);
    int64_t *base = ARENA_ARRAY(arena, int64_t, cells);
    for (uint32_t level = 0; level < diagram->level_count; level++)
        for (uint32_t p = 0; p < width; p++) {
            size_t at = (size_t)level * width + p;
            reach[at + width] =
                reach[at] + (uint64_t)((bounds.most[at] - bounds.least[at]) / packing.unit[p]);
            base[at + width] = base[at] + bounds.least[at];
        }
    packing.base = base;
    packing.reach = reach;
    place_fields(&packing, reach + (size_t)diagram->level_count * width, arena);
    packing.steps = pack_steps(&packing, diagram, &bounds, arena);
    arena_close(work);
    return packing;
}

void packing_unpack(const struct packing *packing, uint32_t level, const uint64_t *row,
                    int64_t *values)
{
    const int64_t *base = packing->base + (size_t)level * packing->width;
    for (uint32_t p = 0; p < packing->width; p++)
        values[p] = base[p] + (int64_t)packing_field(packing, row, p) * packing->unit[p];
}

bool packing_floor(const struct packing *packing, uint32_t level, const int64_t *floor,
                   uint64_t *row)
{
    const int64_t *base = packing->base + (size_t)level * packing->width;
    for (uint32_t w = 0; w < packing->words; w++)
        row[w] = 0;
    for (uint32_t p = 0; p < packing->width; p++) {
        if (floor[p] <= base[p])
            continue;
        uint64_t above = (uint64_t)floor[p] - (uint64_t)base[p];
        uint64_t unit = (uint64_t)packing->unit[p];
        uint64_t field = above / unit + (above % unit != 0);
        if (field > packing->largest[p])
            return false;
        row[packing->word[p]] += field << packing->shift[p];
    }
    return true;
}
