// SPDX-License-Identifier: Apache-2.0
//
// The map stands line by line. A place (x, y) holds the largest height of the points that reach both x
// and y, so heights fall along every line and from line to line: what a new point lifts is a staircase
// below it, walked line by line from its own place until nothing rises.
#include "frontier/height_map.h"

#include <assert.h>

#define LANES 8u
#define HEIGHT_MOST ((uint64_t)INT16_MAX)
#define NOTHING (-1)     // below every height
#define PLACES_A_ROW 24u // more would cost more than they save
#define PLACES_FEW 4096u // that need not be worth their rows
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
};

struct height_map *height_map_make(const struct packing *packing, struct arena *arena)
{
    assert(packing->width == 4);
    struct height_map *map = ARENA_NEW(arena, struct height_map);
    uint32_t height = 1;
    for (uint32_t c = 2; c < packing->width; c++)
        height = packing->largest[c] > packing->largest[height] ? c : height;
    *map = (struct height_map){.packing = packing,
                               .arena = arena_open(),
                               .along = height == 3 ? 2 : 3,
                               .across = height == 1 ? 2 : 1,
                               .height = height};
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

bool height_map_start(struct height_map *map, uint32_t level, size_t count)
{
    const uint64_t *most = map->packing->reach + (size_t)level * map->packing->width;
    if (most[map->height] > HEIGHT_MOST || most[map->along] >= PLACES_MOST ||
        most[map->across] >= PLACES_MOST)
        return false;
    map->line = (size_t)most[map->along] / LANES + 1;
    map->line_count = (size_t)most[map->across] + 1;
    size_t size = map->line * map->line_count;
    if (size * LANES > PLACES_MOST || size * LANES > PLACES_A_ROW * (uint64_t)count + PLACES_FEW)
        return false;
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

bool height_map_reaches(const struct height_map *map, const uint64_t *row)
{
    const struct packing *packing = map->packing;
    size_t across = (size_t)packing_field(packing, row, map->across);
    size_t along = (size_t)packing_field(packing, row, map->along);
    int16_t height = (int16_t)packing_field(packing, row, map->height);
    return ((const int16_t *)(map->places + across * map->line))[along] >= height;
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

void height_map_add(struct height_map *map, const uint64_t *row)
{
    const struct packing *packing = map->packing;
    size_t across = (size_t)packing_field(packing, row, map->across);
    size_t along = (size_t)packing_field(packing, row, map->along);
    int16_t height = (int16_t)packing_field(packing, row, map->height);
    lanes *line = map->places + across * map->line;
    for (size_t left = across + 1; left > 0; left--, line -= map->line) {
        if (((const int16_t *)line)[along] >= height)
            return;
        raise_line(line, along, spread(height));
    }
}
