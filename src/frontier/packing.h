// SPDX-License-Identifier: Apache-2.0
// Rows of values packed into a few machine words: rows are added and compared word by word.

#ifndef ENTENTE_FRONTIER_PACKING_H
#define ENTENTE_FRONTIER_PACKING_H

#include "bargain/diagram.h"

// A column is a field of bits in one word, the first columns in the highest bits of the first word.
// A field counts, in units, what lies above the least sum of values possible at its level.
// 1. No sum on a way through the diagram leaves its field. 2. The bit above a field, its guard, is 0
// in every row.
struct packing {
    uint32_t width;          // columns, one a party
    uint32_t words;          // of a row
    const uint32_t *word;    // by column
    const unsigned *shift;   // by column
    const uint64_t *mask;    // by column: as many ones as the field has bits
    const uint64_t *largest; // by column: no field is above it
    const uint64_t *reach;   // by level, a row: no field of that level is above it
    const int64_t *unit;     // by column, at least 1
    const int64_t *base;     // by level, a row: the values that a row of zeros stands for
    const uint64_t *guards;  // words: all guard bits
    const uint64_t *steps;   // by row of the diagram's values: what an arc adds
};

// Owner: arena
struct packing packing_make(const struct diagram *diagram, struct arena *arena);

// The values that a row of this level stands for.
void packing_unpack(const struct packing *packing, uint32_t level, const uint64_t *row,
                    int64_t *values);

// The least row of this level that reaches the floor in every column; false when none can.
bool packing_floor(const struct packing *packing, uint32_t level, const int64_t *floor,
                   uint64_t *row);

static inline uint64_t packing_field(const struct packing *packing, const uint64_t *row,
                                     uint32_t column)
{
    return row[packing->word[column]] >> packing->shift[column] & packing->mask[column];
}

// Whether every field of the row is at least that of the other: a borrow clears the guard bit.
static inline bool packing_reaches(const struct packing *packing, const uint64_t *row,
                                   const uint64_t *other)
{
    uint64_t lost = 0;
    for (uint32_t w = 0; w < packing->words; w++)
        lost |= packing->guards[w] & ~((row[w] | packing->guards[w]) - other[w]);
    return lost == 0;
}

#endif
