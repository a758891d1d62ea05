// SPDX-License-Identifier: Apache-2.0
// Rival texts side by side as rows of cells, each a few lines: what every form but JSON shows.

#ifndef ENTENTE_RENDER_COUNTERPARTS_SIDE_TABLE_H
#define ENTENTE_RENDER_COUNTERPARTS_SIDE_TABLE_H

#include "answers/counterparts_answer.h"

enum side_line_kind {
    LINE_DIFFERENCE, // "600,000 → 800,000 personnel"
    LINE_POINT,      // "4 · likely", over the words of a point
    LINE_WORDS,      // a paragraph of a point
    LINE_CARRIED,    // which words carried the match
    LINE_NOTHING,    // nothing stands there
};

struct side_line {
    enum side_line_kind kind;
    struct str lead; // a few words before the text, stressed; may be empty
    struct str text;
};

struct side_cell {
    const struct side_line *lines;
    uint32_t count;
};

// One row a point of the base, in its order; behind them one a point that only a rival text has.
struct side_table {
    const struct str *heads; // column_count: the base, then each text
    uint32_t column_count;
    const struct side_cell *cells; // row by row
    uint32_t row_count;
    struct str title;
    struct str
        summary; // "25 points of base.txt beside 20 of UA: 14 matched, 3 possibly; 4 and 6 …"
};

// Owner: arena
void side_table_make(const struct counterparts_answer *answer, struct arena *arena,
                     struct side_table *table);

#endif
