// SPDX-License-Identifier: Apache-2.0
// Tables, numbers and names on a page of the family.

#ifndef ENTENTE_RENDER_PAGE_PAGE_TABLE_H
#define ENTENTE_RENDER_PAGE_PAGE_TABLE_H

#include "base/builder.h"

#include <stdbool.h>

struct page_column {
    const char *words; // plain, without signs that HTML escapes
    bool is_number;    // stands to the end of its column
};

// A table up to its first row of data. It may be scrolled sideways where it is wider than the page.
//
// caption  said above it; NULL: nothing
void page_table_begin(struct builder *out, const char *caption);
void page_columns(struct builder *out, const struct page_column *columns, size_t count);
// The same in two steps, for columns whose heads are names: cells stand between them.
void page_columns_begin(struct builder *out);
void page_columns_end(struct builder *out);
void page_table_end(struct builder *out);

enum page_cell {
    CELL_WORDS,
    CELL_NUMBER,
    CELL_ROW,           // the head of a row
    CELL_COLUMN,        // the head of a column
    CELL_NUMBER_COLUMN, // and of one with numbers
};
void page_cell(struct builder *out, enum page_cell cell, struct str text);
// The same around what the caller writes in between.
void page_cell_begin(struct builder *out, enum page_cell cell);
void page_cell_end(struct builder *out, enum page_cell cell);

// A name in the colour of its party.
void page_party(struct builder *out, struct str name, uint32_t party);

// "78,732" of 78732; a sign and decimals stay, and whatever is no number.
// Owner: arena
struct str page_grouped(struct str number, struct arena *arena);

#endif
