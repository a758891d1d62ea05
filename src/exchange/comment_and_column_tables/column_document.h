// SPDX-License-Identifier: Apache-2.0
// One column of a table of columns as a text of its own.

#ifndef ENTENTE_EXCHANGE_PRESCRIBED_TABLES_COLUMN_DOCUMENT_H
#define ENTENTE_EXCHANGE_PRESCRIBED_TABLES_COLUMN_DOCUMENT_H

#include "exchange/comment_and_column_tables/prescribed_table.h"

struct column_read {
    const struct document *document;
    const uint32_t *rows; // by paragraph: its row
    uint32_t assumed; // rows in which the cell is empty beside a base: taken for the base's words
    uint32_t first_assumed; // of the first of these: index into table->rows
};

// The words of a column, row by row. A cell that says "=", or nothing beside a base, has the base's
// words; one that
// says "deleted" has none. Headings between the rows belong to every column.
//
// Owner:  arena
// Errors: TOO_LARGE
// Cost:   O(text)
bool column_document(const struct prescribed_table *table, uint32_t column, struct str name,
                     struct arena *arena, struct column_read *read, struct error *error) MUST_CHECK;

// What that column says in one row. Owner: arena, or the table
struct str column_words(const struct prescribed_table *table, const struct prescribed_row *row,
                        uint32_t column, bool *is_assumed, struct arena *arena);

#endif
