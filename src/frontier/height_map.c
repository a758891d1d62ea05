// SPDX-License-Identifier: Apache-2.0
//
// The map stands line by line. A place (x, y) holds the largest height of the points that reach both x
// and y, so heights fall along every line and from line to line: what a new point lifts is a staircase
// below it, walked line by line from its own place until nothing rises.
//
// Of five columns there is such a map for each slab of the fourth, of the points that reach its lower edge.
// A row is beaten where the map of the slab above it says so, and is not where that of its own slab does
// not; between the two only points of its own slab are left to ask.
#include "frontier/height_map.h"

#include <assert.h>

#define LANES 8u
#define HEIGHT_MOST ((uint64_t)INT16_MAX)
#define NOTHING (-1)     // below every height
#define PLACES_A_ROW 24u // more would cost more than they save
#define PLACES_FEW 4096u // that need not be worth their rows
#define SLABS_LEAST 4u   // fewer tell too little
#define PLACES_MOST ((uint64_t)16 * 1024 * 1024)

typedef int16_t lanes __attribute__((vector_size(16)));

struct height_map {
    const struct packing *packing;
    struct arena *arena;
    lanes *places;
    size_t room;    // of places, in lanes
    uint32_t along; // the column along a line, the one from line to line, and that of heights
    uint32_t across;
    uint32_t height;
    size_t line; // in lanes
    size_t line_count;
    uint32_t deep;   // the column of slabs; 0: none
    unsigned narrow; // a slab is 2^narrow of its values thick
    uint32_t slab_count;
};

// The columns but the first, by what they can reach, rising.
static void rank_columns(const struct packing *packing, uint32_t *ranked)
{
    for (uint32_t c = 1; c < packing->width; c++) {
        uint32_t at = c - 1;
        for (; at > 0 && packing->largest[ranked[at - 1]] > packing->largest[c]; at--)
            ranked[at] = ranked[at - 1];
        ranked[at] = c;
    }
}

struct height_map *height_map_make(const struct packing *packing, struct arena *arena)
{
    assert(packing->width == 4 || packing->width == 5);
    struct height_map *map = ARENA_NEW(arena, struct height_map);
    uint32_t ranked[4] = {0};
    rank_columns(packing, ranked);
    *map = (struct height_map){.packing = packing,
                               .arena = arena_open(),
                               .along = ranked[1],
                               .across = ranked[0],
                               .height = ranked[packing->width - 2],
                               .deep = packing->width == 5 ? ranked[2] : 0,
                               .slab_count = 1};
    return map;
}

void height_map_free(struct height_map *map)
{
    if (map)
        arena_close(map->arena);
}

size_t height_map_bytes(const struct height_map *map)
{
    return arena_bytes(map->arena);
}

static inline lanes spread(int16_t number)
{
    return (lanes){number, number, number, number, number, number, number, number};
}

// The places that so many slabs need.
static uint64_t places_of(const struct height_map *map)
{
    return (uint64_t)map->line * LANES * map->line_count * map->slab_count;
}

// As many slabs as are worth the rows to come.
static void choose_slabs(struct height_map *map, uint64_t deepest, uint64_t places_most)
{
    if (map->deep == 0)
        return;
    map->narrow = 0;
    do {
        uint64_t slabs = (deepest >> map->narrow) + 1;
        map->slab_count = slabs > HEIGHT_SLABS ? HEIGHT_SLABS + 1 : (uint32_t)slabs;
        if (map->slab_count <= HEIGHT_SLABS && places_of(map) <= places_most)
            return;
    } while (++map->narrow < 64 && map->slab_count > 1);
}

bool height_map_start(struct height_map *map, uint32_t level, size_t count)
{
    const uint64_t *most = map->packing->reach + (size_t)level * map->packing->width;
    uint64_t places_most = PLACES_A_ROW * (uint64_t)count + PLACES_FEW;
    places_most = places_most < PLACES_MOST ? places_most : PLACES_MOST;
    if (most[map->height] > HEIGHT_MOST || most[map->along] >= PLACES_MOST ||
        most[map->across] >= PLACES_MOST)
        return false;
    map->line = (size_t)most[map->along] / LANES + 1;
    map->line_count = (size_t)most[map->across] + 1;
    choose_slabs(map, most[map->deep], places_most);
    if (places_of(map) > places_most || (map->deep != 0 && map->slab_count < SLABS_LEAST))
        return false;
    size_t size = (size_t)places_of(map) / LANES;
    if (size > map->room) {
        arena_close(map->arena);
        map->arena = arena_open();
        map->places = arena_take_bare(map->arena, size * sizeof *map->places);
        map->room = size;
    }
    for (size_t i = 0; i < size; i++)
        map->places[i] = spread(NOTHING);
    return true;
}

static inline uint64_t depth_of(const struct height_map *map, const uint64_t *row)
{
    return map->deep == 0 ? 0 : packing_field(map->packing, row, map->deep);
}

uint32_t height_map_slab(const struct height_map *map, const uint64_t *row)
{
    return (uint32_t)(depth_of(map, row) >> map->narrow);
}

static inline lanes *slab_at(const struct height_map *map, size_t slab)
{
    return map->places + slab * map->line * map->line_count;
}

enum height_answer height_map_ask(const struct height_map *map, const uint64_t *row)
{
    const struct packing *packing = map->packing;
    size_t across = (size_t)packing_field(packing, row, map->across);
    size_t along = (size_t)packing_field(packing, row, map->along);
    int16_t height = (int16_t)packing_field(packing, row, map->height);
    uint64_t depth = depth_of(map, row);
    size_t slab = (size_t)(depth >> map->narrow);
    if (((const int16_t *)(slab_at(map, slab) + across * map->line))[along] < height)
        return HEIGHT_FREE;
    if (slab << map->narrow == depth)
        return HEIGHT_REACHED;
    if (slab + 1 < map->slab_count &&
        ((const int16_t *)(slab_at(map, slab + 1) + across * map->line))[along] >= height)
        return HEIGHT_REACHED;
    return HEIGHT_OPEN;
}

// The larger of both, place by place. The compiler makes one instruction of it.
static inline lanes larger(lanes a, lanes b)
{
    lanes more = a;
    for (unsigned i = 0; i < LANES; i++)
        more[i] = a[i] > b[i] ? a[i] : b[i];
    return more;
}

// Lifts the places 0 to `along` of a line. Heights fall along it, so that the last of eight places rises
// where any of them does.
static inline void raise_line(lanes *line, size_t along, lanes height)
{
    static const lanes numbers = {0, 1, 2, 3, 4, 5, 6, 7};
    lanes *at = line + along / LANES;
    lanes is_behind = numbers > spread((int16_t)(along % LANES));
    *at = larger(*at, height | is_behind); // what is behind is held against -1
    while (at > line && at[-1][LANES - 1] < height[0]) {
        at--;
        *at = larger(*at, height);
    }
}

// Lifts the staircase below a point in one slab; false when nothing rises.
static bool raise_slab(const struct height_map *map, lanes *slab, const uint64_t *row)
{
    const struct packing *packing = map->packing;
    size_t across = (size_t)packing_field(packing, row, map->across);
    size_t along = (size_t)packing_field(packing, row, map->along);
    int16_t height = (int16_t)packing_field(packing, row, map->height);
    lanes *line = slab + across * map->line;
    for (size_t left = across + 1; left > 0; left--, line -= map->line) {
        if (((const int16_t *)line)[along] >= height)
            return left <= across;
        raise_line(line, along, spread(height));
    }
    return true;
}

void height_map_add(struct height_map *map, const uint64_t *row)
{
    size_t slab = height_map_slab(map, row) + (size_t)1;
    while (slab > 0 && raise_slab(map, slab_at(map, slab - 1), row))
        slab--;
}
