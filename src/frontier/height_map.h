// SPDX-License-Identifier: Apache-2.0
// How high the points of three columns reach over each place of two; of four, slab by slab of the fourth.

#ifndef ENTENTE_FRONTIER_HEIGHT_MAP_H
#define ENTENTE_FRONTIER_HEIGHT_MAP_H

#include "frontier/packing.h"

#define HEIGHT_SLABS 32u // at most

// Holds rows of four columns or five, the first of which is left out of all comparisons. Of five, one is
// told by slabs alone.
struct height_map;

// Owner: arena owns the handle; height_map_free gives back what it has grown to
struct height_map *height_map_make(const struct packing *packing, struct arena *arena);
void height_map_free(struct height_map *map);

// Forgets all points; at most `count` rows of this level will come.
// Result: false where a map would be too large for so few, or for a column
bool height_map_start(struct height_map *map, uint32_t level, size_t count);

// Whether a point of the map is at least the row in every column but the first. Where that is open, only a
// point of the row's own slab can be; of four columns it never is.
enum height_answer { HEIGHT_FREE, HEIGHT_REACHED, HEIGHT_OPEN };

// Cost: O(1)
enum height_answer height_map_ask(const struct height_map *map, const uint64_t *row);
// Cost: the places at which the map rises, eight at a time
void height_map_add(struct height_map *map, const uint64_t *row);
// The slab of a row, below HEIGHT_SLABS.
uint32_t height_map_slab(const struct height_map *map, const uint64_t *row);
size_t height_map_bytes(const struct height_map *map);

#endif
