// SPDX-License-Identifier: Apache-2.0
// A table of actors: each dimension is a line of its own, with the units of its columns.

#ifndef ENTENTE_SPATIAL_ACTORS_H
#define ENTENTE_SPATIAL_ACTORS_H

#include "spatial_model/spatial.h"

// The whole numbers of a column are its decimals times 10^digits.
struct actors_scale {
    uint32_t influence_digits;
    uint32_t position_digits;
    uint32_t salience_digits;
};

struct actors_dimension {
    struct str name; // what its headings share: "Emissions" of "Emissions Position"; an issue
    const uint32_t *actors; // the numbers of those that take part, line.count of them, in the order
                            // of their rows
    struct spatial_line line;
    struct actors_scale scale;
};

#define ACTORS_DIMENSIONS_MAX 1024

struct actors {
    const struct str *names;
    uint32_t count;
    const struct actors_dimension *dimensions;
    size_t dimension_count;
    struct str notes; // lines to tell: rows above the header, actors without a position
};

#endif
