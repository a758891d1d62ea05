// SPDX-License-Identifier: Apache-2.0
// A landscape Word table of cells with several paragraphs each.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_DOCX_TABLE_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_DOCX_TABLE_H

#include "base/arena.h"
#include "base/error.h"

// How a paragraph looks: its first words stressed, then the rest.
enum docx_look { DOCX_PLAIN, DOCX_QUIET, DOCX_ALERT };

struct docx_line {
    enum docx_look look;
    struct str lead; // bold; may be empty
    struct str text;
};

struct docx_cell {
    const struct docx_line *lines;
    uint32_t count;
};

struct docx_table {
    struct str title;
    struct str summary;      // over the table
    const struct str *heads; // column_count, repeated on every page
    uint32_t column_count;
    const uint32_t *shares;        // of the width, by column; NULL: equal
    const struct docx_cell *cells; // row by row
    uint32_t row_count;
};

// No row goes on over a page's end, but for one that is higher than a page.
//
// Owner:  arena
// Errors: TOO_LARGE
bool docx_write_table(const struct docx_table *table, struct arena *arena, struct str *bytes,
                      struct error *error) MUST_CHECK;

#endif
